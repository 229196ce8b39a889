/** The task of piscina and tinypool: nothing. */
export default (item: number): number => item;
