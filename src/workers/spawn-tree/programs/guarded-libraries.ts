/** The program with its guard, and libraries that it imports first. */
import './libraries';

export { square } from './guarded';
