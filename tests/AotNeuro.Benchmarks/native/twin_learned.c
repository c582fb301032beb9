/* W7: a connection whose decoders PES changes, in the loop that decodes. */
#include "twin.h"

enum { NEURONS = 200 };

typedef struct
{
    double bias[NEURONS], first_encoder[NEURONS], second_encoder[NEURONS], v[NEURONS + LANES], u[NEURONS + 2 * LANES];
    double activity[NEURONS + LANES], first_decoder[NEURONS], second_decoder[NEURONS];
} population __attribute__((aligned(64)));

typedef struct
{
    vec first, second;
} pair;

static population a, b, a_at_start, b_at_start;
static double *decoded_rows;

static void read_population(FILE *file, population *p)
{
    memcpy(p->bias, read_row(file, NEURONS), sizeof p->bias);
    double *encoders = read_row(file, 2 * NEURONS);
    for (int n = 0; n < NEURONS; n++)
    {
        p->first_encoder[n] = encoders[2 * n];
        p->second_encoder[n] = encoders[2 * n + 1];
    }

    double *decoders = read_row(file, 2 * NEURONS);
    memcpy(p->first_decoder, decoders, sizeof p->first_decoder);
    memcpy(p->second_decoder, decoders + NEURONS, sizeof p->second_decoder);
    memcpy(p->v, read_row(file, NEURONS), NEURONS * sizeof(double));
    memcpy(p->u, read_row(file, NEURONS), NEURONS * sizeof(double));
}

static void prepare(FILE *file, int steps)
{
    read_population(file, &a_at_start);
    read_population(file, &b_at_start);
    decoded_rows = take_memory(2 * (size_t)steps);
}

static void restart(void)
{
    a = a_at_start;
    b = b_at_start;
}

static inline pair plain(double x, double y)
{
    pair decoded = { all(0), all(0) };
#pragma GCC unroll 5
    for (int i = 0; i < NEURONS; i += LANES)
    {
        vec v = load(b.v + i), u = load(b.u + i);
        mask spiked = lif_step(&v, &u, load(b.bias + i) + load(b.first_encoder + i) * all(x) + load(b.second_encoder + i) * all(y));
        store(b.u + i, u);
        store(b.v + i, v);
        decoded.first = add_where(spiked, decoded.first, load(b.first_decoder + i));
        decoded.second = add_where(spiked, decoded.second, load(b.second_decoder + i));
    }

    return decoded;
}

/* The change is -learning rate * dt / neurons * error * activity; decoders and activities hold the height of a spike, 1 / dt, as a factor. */
static inline pair learning(double x, double y, double first_error, double second_error)
{
    const double rate = 1e-4 * Dt / NEURONS / Dt, decay = exp(-Dt / 0.005);
    const vec first_change = all(-rate * first_error), second_change = all(-rate * second_error);
    pair decoded = { all(0), all(0) };
#pragma GCC unroll 5
    for (int i = 0; i < NEURONS; i += LANES)
    {
        vec v = load(a.v + i), u = load(a.u + i), activity = load(a.activity + i);
        mask spiked = lif_step(&v, &u, load(a.bias + i) + load(a.first_encoder + i) * all(x) + load(a.second_encoder + i) * all(y));
        store(a.u + i, u);
        store(a.v + i, v);
        vec first = load(a.first_decoder + i), second = load(a.second_decoder + i);
        decoded.first = add_where(spiked, decoded.first, first);
        decoded.second = add_where(spiked, decoded.second, second);
        activity = add_where(spiked, activity * all(decay), all((1 - decay) / Dt));
        store(a.activity + i, activity);
        store(a.first_decoder + i, first + first_change * activity);
        store(a.second_decoder + i, second + second_change * activity);
    }

    return decoded;
}

static void run(int steps)
{
    const double short_decay = exp(-Dt / 0.005), long_decay = exp(-Dt / 0.03);
    double x[2] = { 0 }, between[2] = { 0 }, error[2] = { 0 }, actual[2] = { 0 }, probed[2] = { 0 };
    for (int step = 0; step < steps; step++)
    {
        double output[2];
        sincos(2 * M_PI * ((step + 1) * Dt), output, output + 1);
        pair learned = learning(x[0], x[1], error[0], error[1]), decoded = plain(between[0], between[1]);
        double values[2] = { sum(learned.first), sum(learned.second) }, results[2] = { sum(decoded.first), sum(decoded.second) };
        for (int d = 0; d < 2; d++)
        {
            error[d] = lowpass(error[d], actual[d] - x[d], short_decay);
            x[d] = lowpass(x[d], output[d], short_decay);
            between[d] = lowpass(between[d], values[d], short_decay);
            actual[d] = lowpass(actual[d], results[d], short_decay);
            decoded_rows[2 * step + d] = probed[d];
            probed[d] = lowpass(probed[d], results[d], long_decay);
        }
    }
}

static double last_decoded(int steps) { return root_mean_square(decoded_rows + 2 * (size_t)(steps - 1), 2); }

const workload learned_workloads[1] = { { "W7", prepare, restart, run, last_decoded } };
