/* W6 and W8: arrays of ensembles of 50 neurons, an ensemble in each lane, so that no sum crosses them. */
#include "twin.h"

enum { NEURONS = 50, BIAS = 0, ENCODER = LANES, DECODER = 2 * LANES, V = 3 * LANES, U = 4 * LANES, BLOCK = 5 * LANES };

/* [block of ensembles][neuron][bias, encoder, decoder, v, u][lane] */
typedef struct
{
    int ensembles;
    double *blocks, *at_start;
} array;

static array read_array(FILE *file, int ensembles)
{
    static const int places[] = { BIAS, ENCODER, DECODER, V, U };
    size_t count = (size_t)ensembles * NEURONS * 5;
    array a = { ensembles, take_memory(count), take_memory(count) };
    for (int e = 0; e < ensembles; e++)
    {
        for (int p = 0; p < 5; p++)
        {
            double *row = read_row(file, NEURONS);
            for (int n = 0; n < NEURONS; n++) a.at_start[(e / LANES * NEURONS + n) * BLOCK + places[p] + e % LANES] = row[n];
        }
    }

    return a;
}

static void restart_array(array a) { memcpy(a.blocks, a.at_start, (size_t)a.ensembles * NEURONS * 5 * sizeof(double)); }

/* What a block of ensembles decodes of what it holds. */
static inline vec step_block(array a, int ensemble, vec x)
{
    vec decoded = all(0);
    double *block = a.blocks + (size_t)ensemble * NEURONS * 5;
#pragma GCC unroll 5
    for (int n = 0; n < NEURONS; n++, block += BLOCK)
    {
        vec v = load(block + V), u = load(block + U);
        mask spiked = lif_step(&v, &u, load(block + BIAS) + load(block + ENCODER) * x);
        store(block + V, v);
        store(block + U, u);
        decoded = add_where(spiked, decoded, load(block + DECODER));
    }

    return decoded;
}

enum { ARRAY = 512 };

static array first, second;
static double *input, *between, *probed, *decoded_rows;

static void prepare_w6(FILE *file, int steps)
{
    first = read_array(file, ARRAY);
    second = read_array(file, ARRAY);
    input = take_memory(ARRAY);
    between = take_memory(ARRAY);
    probed = take_memory(ARRAY);
    decoded_rows = take_memory((size_t)ARRAY * steps);
}

static void restart_w6(void)
{
    restart_array(first);
    restart_array(second);
    memset(input, 0, ARRAY * sizeof(double));
    memset(between, 0, ARRAY * sizeof(double));
    memset(probed, 0, ARRAY * sizeof(double));
}

static void run_w6(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    for (int step = 0; step < steps; step++)
    {
        vec output = all(sin(2 * M_PI * ((step + 1) * Dt)));
        for (int e = 0; e < ARRAY; e += LANES)
        {
            vec decoded = step_block(first, e, load(input + e));
            vec decoded_second = step_block(second, e, load(between + e));
            store(input + e, lowpass_lanes(load(input + e), output, short_decay));
            store(between + e, lowpass_lanes(load(between + e), decoded, short_decay));
            store(decoded_rows + (size_t)ARRAY * step + e, load(probed + e));
            store(probed + e, lowpass_lanes(load(probed + e), decoded_second, long_decay));
        }
    }
}

static double last_w6(int steps) { return root_mean_square(decoded_rows + (size_t)ARRAY * (steps - 1), ARRAY); }

/*
 * W8: both vectors to the Fourier domain by dense matrices (as the model does; the recorded C did so too), sums and differences of the
 * 516 products into 1,032 ensembles, and the difference of their squares back by another matrix.
 */
enum { SIZE = 256, PRODUCTS = 516, PADDED = 520, ENSEMBLES = 2 * PRODUCTS };

static array squares;
static double *to_products_a, *to_products_b, *to_output, *a, *b, *values, *decoded, *convolved;

/* A matrix as [block of rows][column][lane]. */
static double *read_matrix(FILE *file, int rows, int columns)
{
    double *given = read_row(file, (size_t)rows * columns), *blocks = take_memory((size_t)(rows + LANES) * columns);
    for (int r = 0; r < rows; r++)
    {
        for (int c = 0; c < columns; c++) blocks[((size_t)r / LANES * columns + c) * LANES + r % LANES] = given[(size_t)r * columns + c];
    }

    return blocks;
}

static void prepare_w8(FILE *file, int steps)
{
    squares = read_array(file, ENSEMBLES);
    to_products_a = read_matrix(file, PRODUCTS, SIZE);
    to_products_b = read_matrix(file, PRODUCTS, SIZE);
    to_output = read_matrix(file, SIZE, PRODUCTS);
    a = take_memory(SIZE);
    b = take_memory(SIZE);
    values = take_memory(ENSEMBLES + PADDED);
    decoded = take_memory(ENSEMBLES + LANES);
    convolved = take_memory(SIZE);
    decoded_rows = take_memory((size_t)SIZE * steps);
}

static void restart_w8(void)
{
    restart_array(squares);
    memset(a, 0, SIZE * sizeof(double));
    memset(b, 0, SIZE * sizeof(double));
    memset(convolved, 0, SIZE * sizeof(double));
}

/* A block of rows of a product; four sums hide the latency of fused multiply-add. */
static inline vec multiply_block(const double *rows, const double *x, int columns)
{
    vec sums[4] = { all(0), all(0), all(0), all(0) };
    for (int c = 0; c < columns; c += 4)
    {
        for (int i = 0; i < 4; i++) sums[i] += load(rows + (c + i) * LANES) * all(x[c + i]);
    }

    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

static void run_w8(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double products[PRODUCTS];
    for (int step = 0; step < steps; step++)
    {
        vec first_output = all(sin(2 * M_PI * ((step + 1) * Dt)) / 16), second_output = all(cos(2 * M_PI * ((step + 1) * Dt)) / 16);
        /* From the last to the first: the padding of the sums lies where the first differences come. */
        for (int r = PADDED - LANES; r >= 0; r -= LANES)
        {
            vec of_a = multiply_block(to_products_a + (size_t)r * SIZE, a, SIZE), of_b = multiply_block(to_products_b + (size_t)r * SIZE, b, SIZE);
            vec sums = (of_a + of_b) * all(M_SQRT1_2), differences = (of_a - of_b) * all(M_SQRT1_2);
            store(values + r, sums);
            memcpy(values + PRODUCTS + r, &differences, sizeof differences);
        }

        for (int e = 0; e < ENSEMBLES; e += LANES) store(decoded + e, step_block(squares, e, load(values + e)));
        for (int p = 0; p < PRODUCTS; p++) products[p] = 0.5 * (decoded[p] - decoded[PRODUCTS + p]);
        for (int i = 0; i < SIZE; i += LANES)
        {
            vec output = multiply_block(to_output + (size_t)i * PRODUCTS, products, PRODUCTS);
            store(decoded_rows + SIZE * (size_t)step + i, load(convolved + i));
            store(convolved + i, lowpass_lanes(load(convolved + i), output, long_decay));
            store(a + i, lowpass_lanes(load(a + i), first_output, short_decay));
            store(b + i, lowpass_lanes(load(b + i), second_output, short_decay));
        }
    }
}

static double last_w8(int steps) { return root_mean_square(decoded_rows + SIZE * (size_t)(steps - 1), SIZE); }

const workload array_workloads[2] = {
    { "W6", prepare_w6, restart_w6, run_w6, last_w6 },
    { "W8", prepare_w8, restart_w8, run_w8, last_w8 },
};
