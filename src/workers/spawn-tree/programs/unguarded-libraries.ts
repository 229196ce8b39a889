/** The program without its guard, and libraries that it imports first. */
import './libraries';

export { square } from './unguarded';
