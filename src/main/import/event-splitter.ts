/**
 * Finds the whole events of a Chrome trace in its bytes, as they come: the array may stand alone or in an object, with
 * other members before and after it, and may end anywhere. Never holds more than a chunk and one event.
 */

export interface SplitSink {
  /** Whole elements of the array, with commas between them. The bytes are gone after the call. */
  events(bytes: Buffer): void;
  /** Another member of the object that the array stands in, as JSON. Large ones are left out. */
  member(key: string, json: string): void;
}

/** More of one event, or of one member, is not held: it is passed over. */
const MOST_EVENT = 64 * 2 ** 20;
/** What tells of a pool with some 100,000 workers in its life. */
const MOST_MEMBER = 32 * 2 ** 20;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** `between`: outside of any value. `value`: within an element, a key or a member. */
type State = 'begin' | 'array' | 'element' | 'object' | 'key' | 'colon' | 'member' | 'done' | 'foreign';

export class EventSplitter {
  /** Events passed over because they are larger than anything that is one. */
  tooLarge = 0;
  /** Whole events so far. */
  elements = 0;
  private state: State = 'begin';
  private inObject = false;
  private hasArray = false;
  /** Bytes that are still needed, and where reading stopped in them. */
  private work: Buffer = Buffer.alloc(0);
  private at = 0;
  /** Bytes of the file before `work`. */
  private before = 0;
  /** Where the elements begin that are to be handed over, and where the last whole one ends; -1: there are none. */
  private first = -1;
  private last = -1;
  /** Where the value that is being read begins; its brackets that are open; whether a string is. */
  private begun = 0;
  private depth = 0;
  private inString = false;
  private passedOver = false;
  private key = '';
  private wholeTo = 0;

  constructor(private readonly sink: SplitSink) {}

  /** The text is JSON that may hold events, as far as it has come. */
  get isTrace(): boolean {
    return this.hasArray;
  }

  /** The file begins like no trace. */
  get isForeign(): boolean {
    return this.state === 'foreign';
  }

  /** Bytes up to the end of the last whole event. */
  get wholeBytes(): number {
    return this.wholeTo;
  }

  /** Everything that was begun has come to its end. An array that stands alone need not be closed: the format says so. */
  get isWhole(): boolean {
    if (this.state === 'done') return true;
    return this.state === 'array' && !this.inObject;
  }

  push(chunk: Buffer): void {
    if (this.state === 'done' || this.state === 'foreign') return;
    this.work = this.work.length === 0 ? chunk : Buffer.concat([this.work, chunk]);
    this.read();
    this.handOver();
    this.keepRest();
  }

  private read(): void {
    const { work } = this;
    while (this.at < work.length) {
      const byte = work[this.at] ?? 0;
      switch (this.state) {
        case 'begin':
          this.begin(byte);
          break;
        case 'array':
          if (isSpace(byte) || byte === COMMA) this.at++;
          else if (byte === CLOSE_ARRAY) this.leaveArray();
          else if (byte === CLOSE_OBJECT) this.leave('foreign');
          else this.enter('element');
          break;
        case 'object':
          if (isSpace(byte) || byte === COMMA) this.at++;
          else if (byte === QUOTE) this.enter('key');
          else this.leave(byte === CLOSE_OBJECT ? 'done' : 'foreign');
          break;
        case 'colon':
          if (isSpace(byte) || byte === COLON) this.at++;
          else if (byte === OPEN_ARRAY && this.key === 'traceEvents') this.enterArray();
          else this.enter('member');
          break;
        case 'element':
        case 'key':
        case 'member':
          if (!this.skipValue()) return;
          this.endValue();
          break;
        default:
          return;
      }
    }
  }

  private begin(byte: number): void {
    // A byte order mark: EF BB BF.
    if (isSpace(byte) || byte === 0xef || byte === 0xbb || byte === 0xbf) this.at++;
    else if (byte === OPEN_ARRAY) this.enterArray();
    else if (byte === OPEN_OBJECT) {
      this.inObject = true;
      this.at++;
      this.state = 'object';
    } else this.leave('foreign');
  }

  private enterArray(): void {
    this.hasArray = true;
    this.at++;
    this.state = 'array';
    this.wholeTo = this.before + this.at;
  }

  private leaveArray(): void {
    this.at++;
    this.handOver();
    this.state = this.inObject ? 'object' : 'done';
  }

  private leave(state: 'done' | 'foreign'): void {
    this.at++;
    // Something that is no JSON after the events: what was read of them stays good.
    this.state = state === 'foreign' && this.hasArray ? 'done' : state;
  }

  private enter(state: 'element' | 'key' | 'member'): void {
    this.state = state;
    this.begun = this.at;
    this.depth = 0;
    this.inString = false;
    this.passedOver = false;
  }

  /** Goes on to behind the value. @returns false where the bytes end before it does */
  private skipValue(): boolean {
    const { work } = this;
    const { length } = work;
    let { at, depth, inString } = this;
    let ended = false;
    while (at < length && !ended) {
      const byte = work[at] as number;
      if (inString) {
        if (byte === BACKSLASH) at++;
        else if (byte === QUOTE) {
          inString = false;
          ended = depth === 0;
        }
        at++;
      } else if (byte === QUOTE) {
        inString = true;
        at++;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        depth++;
        at++;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        // The end of what the value stands in: a number or a word has none of its own.
        if (depth === 0) ended = true;
        else {
          depth--;
          at++;
          ended = depth === 0;
        }
      } else if (depth === 0 && (byte === COMMA || isSpace(byte))) ended = true;
      else at++;
    }
    this.at = at;
    this.depth = depth;
    this.inString = inString;
    return ended;
  }

  private endValue(): void {
    if (this.state === 'element') {
      this.elements++;
      this.state = 'array';
      this.wholeTo = this.before + this.at;
      if (this.passedOver) {
        this.tooLarge++;
        return;
      }
      if (this.first < 0) this.first = this.begun;
      this.last = this.at;
      return;
    }
    const text = this.passedOver ? '' : this.work.toString('utf8', this.begun, this.at);
    if (this.state === 'key') {
      this.key = textOf(text);
      this.state = 'colon';
      return;
    }
    this.state = 'object';
    if (text.length > 0 && text.length <= MOST_MEMBER) this.sink.member(this.key, text);
  }

  private handOver(): void {
    if (this.first >= 0) this.sink.events(this.work.subarray(this.first, this.last));
    this.first = -1;
    this.last = -1;
  }

  /** Keeps what the next chunk goes on with. */
  private keepRest(): void {
    const within = this.state === 'element' || this.state === 'key' || this.state === 'member';
    const most = this.state === 'element' ? MOST_EVENT : MOST_MEMBER;
    if (within && this.work.length - this.begun > most) this.passedOver = true;
    // An escape may reach over the end: `at` is where reading goes on, behind it.
    const from = within && !this.passedOver ? this.begun : Math.min(this.at, this.work.length);
    this.before += from;
    this.at -= from;
    this.begun = Math.max(0, this.begun - from);
    this.work = Buffer.from(this.work.subarray(from));
  }
}

function textOf(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return '';
  }
}
