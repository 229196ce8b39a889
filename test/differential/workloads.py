"""What the workloads compute, written the plain way in Python.

Reads a JSON array of {"workload", "item", "params", "seed", "index"} from stdin and writes the array of results to
stdout. `seed` is the scenario's; the generator is that of src/shared/random.ts.
"""
import hashlib
import json
import sys

MASK = 0xFFFFFFFF
WEYL = 0x9E3779B9


def mix(z):
    z &= MASK
    z = (z ^ (z >> 16)) * 0x21F0AAAD & MASK
    z = (z ^ (z >> 15)) * 0x735A2D97 & MASK
    return z ^ (z >> 15)


def fold(seed):
    return (seed & MASK) ^ mix(seed >> 32)


def task_seed(seed, index):
    return mix(fold(seed) + (index + 1) * WEYL)


def seeded_random(seed):
    state = mix(fold(seed))
    while True:
        state = (state + WEYL) & MASK
        yield mix(state) / 2**32


def sum_of_squares(n, params, seed):
    return sum(i * i for i in range(n))


def count_primes(n, params, seed):
    def is_prime(candidate):
        divisor = 2
        while divisor * divisor <= candidate:
            if candidate % divisor == 0:
                return False
            divisor += 1
        return True

    return sum(is_prime(candidate) for candidate in range(2, n))


def mandelbrot(tile, params, seed):
    columns, rows, size = params["columns"], params["rows"], params["tilePx"]
    pixel = params["width"] / (columns * size)
    row, column = divmod(tile, columns)

    def escape_time(c_real, c_imaginary):
        real = imaginary = 0.0
        for step in range(params["maxIterations"]):
            if real * real + imaginary * imaginary > 4:
                return step
            real, imaginary = real * real - imaginary * imaginary + c_real, 2 * real * imaginary + c_imaginary
        return params["maxIterations"]

    return [
        escape_time(
            params["centerX"] + (column * size + x + 0.5 - columns * size / 2) * pixel,
            params["centerY"] - (row * size + y + 0.5 - rows * size / 2) * pixel,
        )
        for y in range(size)
        for x in range(size)
    ]


def matrix_multiply(n, params, seed):
    random = seeded_random(seed)
    a = [[next(random) for _ in range(n)] for _ in range(n)]
    b = [[next(random) for _ in range(n)] for _ in range(n)]
    trace = 0.0
    for i in range(n):
        cell = 0.0
        for k in range(n):
            cell += a[i][k] * b[k][i]
        trace += cell
    return trace


def hash_chain(n, params, seed):
    value = params["text"].encode()
    for _ in range(n):
        value = hashlib.sha256(value).digest()
    return value.hex()


def monte_carlo_pi(n, params, seed):
    random = seeded_random(seed)
    inside = 0
    for _ in range(n):
        x, y = next(random), next(random)
        inside += x * x + y * y <= 1
    return 4 * inside / n


WORKLOADS = {
    "sum-of-squares": sum_of_squares,
    "count-primes": count_primes,
    "mandelbrot": mandelbrot,
    "matrix-multiply": matrix_multiply,
    "hash-chain": hash_chain,
    "monte-carlo-pi": monte_carlo_pi,
}

if __name__ == "__main__":
    json.dump(
        [
            WORKLOADS[task["workload"]](task["item"], task["params"], task_seed(task["seed"], task["index"]))
            for task in json.load(sys.stdin)
        ],
        sys.stdout,
    )
