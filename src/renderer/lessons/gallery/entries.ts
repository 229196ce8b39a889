/** What the gallery says of each of its values: a title, what kind of value it is, and what to do instead. */

export interface GalleryEntry {
  /** As in resources/lessons/pickling-gallery.mjs and .json. */
  readonly name: string;
  readonly title: string;
  /** What it is called here, and in Python. */
  readonly kind: string;
  /** One sentence. */
  readonly instead: string;
}

const entry = (name: string, title: string, kind: string, instead: string): GalleryEntry => {
  return { name, title, kind, instead };
};

export const galleryEntries: readonly GalleryEntry[] = [
  entry(
    'lambda',
    'Lambda',
    'arrow function · lambda',
    'Write a function with a name in a module, and send what it is to work on.',
  ),
  entry(
    'local-function',
    'Local function',
    'function inside a function',
    'Move it to the top of a module, and give it as arguments what it took from around it.',
  ),
  entry(
    'named-function',
    'Function of a module',
    'function',
    'Python sends its name, and the worker imports the module. Here, the workload “Your own function” does that.',
  ),
  entry(
    'bound-function',
    'Function with an argument filled in',
    'bound function · functools.partial',
    'Python’s partial sends the name and the argument. Here, send the argument and fill it in inside the task.',
  ),
  entry(
    'class',
    'Class',
    'class',
    'Python sends its name, and the worker imports it. Here, let the worker load the module that has it.',
  ),
  entry(
    'instance',
    'Object of a class',
    'instance',
    'Here only its data arrive, without class and methods, and no error says so. In Python the worker has to be able to import the class.',
  ),
  entry(
    'local-instance',
    'Object of a local class',
    'instance of a class inside a function',
    'Define the class at the top of a module. Here only its data arrive.',
  ),
  entry('path', 'URL, path', 'URL · pathlib', 'Here an empty object arrives, and no error says so: send it as text.'),
  entry(
    'constant',
    'Symbol, member of an enum',
    'symbol · enum',
    'Send a text or a number that both sides know. Python sends the names of the enum and its member.',
  ),
  entry(
    'read-only',
    'Read-only view',
    'proxy · mappingproxy',
    'Send a copy of what is behind it: {...view} here, dict(view) in Python.',
  ),
  entry('generator', 'Generator', 'generator', 'Make a list of it, or let the task make a generator of its own.'),
  entry('keys', 'Keys of a map', 'iterator · dict view', 'Make a list of them: [...keys] here, list(keys) in Python.'),
  entry(
    'part-of-bytes',
    'Part of a byte array',
    'subarray · memoryview',
    'In Python, send bytes(part). Of a large array, share the memory and send its name.',
  ),
  entry(
    'weak-reference',
    'Weak reference',
    'WeakRef · weakref',
    'Send the object itself, or a key by which the task finds its own.',
  ),
  entry(
    'future',
    'Promise, future',
    'Promise · Future',
    'Wait for it first, and send the value. Here, a promise that a task returns is waited for by the worker.',
  ),
  entry('module', 'Module', 'module', 'Let the worker import it: every process has modules of its own.'),
  entry(
    'open-file',
    'Open file',
    'stream · file object',
    'Send its path, and open it in the task. Here what arrives is no stream any more, and no error says so.',
  ),
  entry(
    'socket',
    'Socket',
    'socket',
    'Python hands the connection over to the other process. Here, let the worker connect for itself.',
  ),
  entry('thread', 'Thread', 'thread', 'A thread belongs to its process. Send what it is to do.'),
  entry(
    'lock',
    'Lock between threads',
    'SharedArrayBuffer · threading.Lock',
    'Here a copy arrives that locks nothing, and no error says so: use a semaphore that both open by its name.',
  ),
  entry(
    'queue',
    'Queue',
    'MessagePort · multiprocessing.Queue',
    'Hand it over when the process starts: as an argument of Process, or through the pool’s initializer.',
  ),
  entry(
    'too-deep',
    'List nested too deeply',
    'list',
    'Send it flat: a list of elements, each with the place of the one that it belongs to.',
  ),
];
