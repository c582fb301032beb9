/* W1, W2 and W3: populations whose loops are unrolled and whose states live in one place. */
#include "twin.h"

enum { MAX_LANES = 104 };

/* Rows begin at different places within a page: a load never waits for a store 4 KiB away. */
typedef struct
{
    double bias[MAX_LANES], encoder[MAX_LANES], decoder[MAX_LANES], v[MAX_LANES], u[MAX_LANES];
    uint32_t spikes;
} population __attribute__((aligned(64)));

static population first, second, first_at_start, second_at_start;
static double *decoded_rows, *v_rows, *u_rows;
static uint16_t *spike_rows;

static inline __attribute__((always_inline)) double izhikevich(population *p, int lanes, double x)
{
    vec input = all(x), decoded = all(0);
    uint32_t spikes = 0;
#pragma GCC unroll 16
    for (int i = 0; i < lanes; i += LANES)
    {
        vec v = load(p->v + i), u = load(p->u + i);
        mask spiked = izhikevich_step(&v, &u, load(p->bias + i) + load(p->encoder + i) * input);
        store(p->v + i, v);
        store(p->u + i, u);
        decoded = add_where(spiked, decoded, load(p->decoder + i));
        spikes |= (uint32_t)bits(spiked) << i;
    }

    p->spikes = spikes;
    return sum(decoded);
}

static inline __attribute__((always_inline)) double lif(population *p, int lanes, double x)
{
    vec input = all(x), decoded = all(0);
#pragma GCC unroll 16
    for (int i = 0; i < lanes; i += LANES)
    {
        vec v = load(p->v + i), u = load(p->u + i);
        mask spiked = lif_step(&v, &u, load(p->bias + i) + load(p->encoder + i) * input);
        store(p->u + i, u);
        store(p->v + i, v);
        decoded = add_where(spiked, decoded, load(p->decoder + i));
    }

    return sum(decoded);
}

static void run_w1(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double x = 0, y = 0;
    for (int step = 0; step < steps; step++)
    {
        double output = sin(2 * M_PI * ((step + 1) * Dt));
        double decoded = izhikevich(&first, LANES_OF(10), x);
        x = lowpass(x, output, short_decay);
        decoded_rows[step] = y;
        y = lowpass(y, decoded, long_decay);
        spike_rows[step] = first.spikes & 0x3ff;
        memcpy(v_rows + 10 * (size_t)step, first.v, 10 * sizeof(double));
        memcpy(u_rows + 10 * (size_t)step, first.u, 10 * sizeof(double));
    }
}

static void run_w2(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double x = 0, between = 0, y = 0;
    for (int step = 0; step < steps; step++)
    {
        double output = sin(2 * M_PI * ((step + 1) * Dt));
        double decoded = lif(&first, LANES_OF(100), x), decoded_second = lif(&second, LANES_OF(100), between);
        x = lowpass(x, output, short_decay);
        between = lowpass(between, decoded, short_decay);
        decoded_rows[step] = y;
        y = lowpass(y, decoded_second, long_decay);
    }
}

static void run_w3(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double x = 0, between = 0, y = 0;
    for (int step = 0; step < steps; step++)
    {
        double output = sin(2 * M_PI * ((step + 1) * Dt));
        double decoded = izhikevich(&first, LANES_OF(30), x), decoded_second = izhikevich(&second, LANES_OF(30), between);
        x = lowpass(x, output, short_decay);
        between = lowpass(between, decoded, short_decay);
        decoded_rows[step] = y;
        y = lowpass(y, decoded_second, long_decay);
    }
}

static void read_population(FILE *file, population *p, int count)
{
    double *rows[] = { p->bias, p->encoder, p->decoder, p->v, p->u };
    for (int i = 0; i < 5; i++) memcpy(rows[i], read_row(file, count), count * sizeof(double));
}

static void take_rows(int steps)
{
    decoded_rows = take_memory(steps);
    v_rows = take_memory(10 * (size_t)steps);
    u_rows = take_memory(10 * (size_t)steps);
    spike_rows = calloc(steps, sizeof *spike_rows);
}

static void prepare_w1(FILE *file, int steps)
{
    read_population(file, &first_at_start, 10);
    take_rows(steps);
}

static void prepare_w2(FILE *file, int steps)
{
    read_population(file, &first_at_start, 100);
    read_population(file, &second_at_start, 100);
    take_rows(steps);
}

static void prepare_w3(FILE *file, int steps)
{
    read_population(file, &first_at_start, 30);
    read_population(file, &second_at_start, 30);
    take_rows(steps);
}

static void restart(void)
{
    first = first_at_start;
    second = second_at_start;
}

static double spikes(int steps)
{
    int count = 0;
    for (int i = 0; i < steps; i++) count += __builtin_popcount(spike_rows[i]);
    return count;
}

static double last_decoded(int steps) { return decoded_rows[steps - 1]; }

const workload small_workloads[3] = {
    { "W1", prepare_w1, restart, run_w1, spikes },
    { "W2", prepare_w2, restart, run_w2, last_decoded },
    { "W3", prepare_w3, restart, run_w3, last_decoded },
};
