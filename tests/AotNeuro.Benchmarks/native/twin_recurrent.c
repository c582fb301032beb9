/* W4 and W5: one large population connected to itself. */
#include "twin.h"

/* Decoders are [dimension][neuron] for the dense decode, [neuron][dimension] for the list; encoders are [block][dimension][lane]. */
static int neurons, dimensions;
static double *bias, *encoders, *decoders, *v, *u, *v_at_start, *u_at_start, *decoded_rows, *recurrent, *stimulus, *probed;
static int32_t *list;

static void read_population(FILE *file, int steps)
{
    bias = read_row(file, neurons);
    double *given = read_row(file, (size_t)neurons * dimensions);
    encoders = take_memory((size_t)neurons * dimensions);
    for (int n = 0; n < neurons; n++)
    {
        for (int d = 0; d < dimensions; d++) encoders[(n / LANES * dimensions + d) * LANES + n % LANES] = given[n * dimensions + d];
    }

    decoders = read_row(file, (size_t)neurons * dimensions);
    v_at_start = read_row(file, neurons);
    u_at_start = read_row(file, neurons);
    v = take_memory(neurons);
    u = take_memory(neurons);
    recurrent = take_memory(LANES * (dimensions + LANES));
    stimulus = take_memory(LANES * (dimensions + LANES));
    probed = take_memory(LANES * (dimensions + LANES));
    decoded_rows = take_memory((size_t)dimensions * steps);
}

static void restart(void)
{
    memcpy(v, v_at_start, neurons * sizeof(double));
    memcpy(u, u_at_start, neurons * sizeof(double));
    memset(recurrent, 0, dimensions * sizeof(double));
    memset(stimulus, 0, dimensions * sizeof(double));
    memset(probed, 0, dimensions * sizeof(double));
}

static double last_decoded(int steps) { return root_mean_square(decoded_rows + (size_t)dimensions * (steps - 1), dimensions); }

static void prepare_w4(FILE *file, int steps)
{
    neurons = 1000;
    dimensions = 2;
    read_population(file, steps);
}

/* Dense masked decode; both connections have one time constant, so they share a filter. */
static void run_w4(int steps)
{
    enum { NEURONS = 1000 };
    const double input_decay = exp(-Dt / 0.1), probe_decay = exp(-Dt / 0.03);
    double a = 0, b = 0, y_a = 0, y_b = 0;
    for (int step = 0; step < steps; step++)
    {
        double sine, cosine;
        sincos(2 * M_PI * ((step + 1) * Dt), &sine, &cosine);
        vec x_a = all(a), x_b = all(b), decoded_a = all(0), decoded_b = all(0);
#pragma GCC unroll 5
        for (int i = 0; i < NEURONS; i += LANES)
        {
            vec voltage = load(v + i), state = load(u + i);
            mask spiked = lif_step(&voltage, &state, load(bias + i) + load(encoders + 2 * i) * x_a + load(encoders + 2 * i + LANES) * x_b);
            store(u + i, state);
            store(v + i, voltage);
            decoded_a = add_where(spiked, decoded_a, load(decoders + i));
            decoded_b = add_where(spiked, decoded_b, load(decoders + NEURONS + i));
        }

        double new_a = sum(decoded_a), new_b = sum(decoded_b);
        a = lowpass(a, new_a + 0.1 * sine, input_decay);
        b = lowpass(b, new_b + 0.1 * cosine, input_decay);
        decoded_rows[2 * step] = y_a;
        decoded_rows[2 * step + 1] = y_b;
        y_a = lowpass(y_a, new_a, probe_decay);
        y_b = lowpass(y_b, new_b, probe_decay);
    }
}

static void prepare_w5(FILE *file, int steps)
{
    neurons = 10000;
    dimensions = 16;
    read_population(file, steps);
    double *given = decoders;
    decoders = take_memory((size_t)neurons * dimensions);
    for (int n = 0; n < neurons; n++)
    {
        for (int d = 0; d < dimensions; d++) decoders[n * dimensions + d] = given[d * neurons + n];
    }

    list = (int32_t *)take_memory(neurons / 2 + LANES);
}

/* Appends the neurons of a block that spike. */
static inline int append(int count, int neuron, mask spiked)
{
    unsigned which = bits(spiked);
#if defined __AVX512F__
    __m256i numbers = _mm256_add_epi32(_mm256_set1_epi32(neuron), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    _mm256_storeu_si256((__m256i *)(list + count), _mm256_maskz_compress_epi32(spiked, numbers));
#elif defined __AVX__
    static const int32_t lanes[16][4] __attribute__((aligned(16))) = {
        { 0 }, { 0 }, { 1 }, { 0, 1 }, { 2 }, { 0, 2 }, { 1, 2 }, { 0, 1, 2 },
        { 3 }, { 0, 3 }, { 1, 3 }, { 0, 1, 3 }, { 2, 3 }, { 0, 2, 3 }, { 1, 2, 3 }, { 0, 1, 2, 3 },
    };
    __m128i numbers = _mm_add_epi32(_mm_set1_epi32(neuron), _mm_load_si128((const __m128i *)lanes[which]));
    _mm_storeu_si128((__m128i *)(list + count), numbers);
#else
    for (int lane = 0, at = count; lane < LANES; lane++)
    {
        list[at] = neuron + lane;
        at += which >> lane & 1;
    }
#endif
    return count + __builtin_popcount(which);
}

enum { DIMENSIONS = 16, PARTS = DIMENSIONS / LANES };

/* The rows of the neurons that spiked, added up; two sums for each part hide the adder's latency. */
static inline __attribute__((always_inline)) void decode(int count, vec *decoded)
{
    vec even[PARTS], odd[PARTS];
    for (int p = 0; p < PARTS; p++) even[p] = odd[p] = all(0);
    int i = 0;
    for (; i + 1 < count; i += 2)
    {
        const double *first = decoders + DIMENSIONS * (size_t)list[i], *second = decoders + DIMENSIONS * (size_t)list[i + 1];
        for (int p = 0; p < PARTS; p++)
        {
            even[p] += load(first + LANES * p);
            odd[p] += load(second + LANES * p);
        }
    }

    if (i < count)
    {
        for (int p = 0; p < PARTS; p++) even[p] += load(decoders + DIMENSIONS * (size_t)list[i] + LANES * p);
    }

    for (int p = 0; p < PARTS; p++) decoded[p] = even[p] + odd[p];
}

static inline __attribute__((always_inline)) void run_w5(int steps, mask (*step_neurons)(vec *, vec *, vec))
{
    enum { NEURONS = 10000 };
    const double stimulus_decay = exp(-Dt / 0.005), recurrent_decay = exp(-Dt / 0.1), probe_decay = exp(-Dt / 0.03);
    for (int step = 0; step < steps; step++)
    {
        vec output = all(sin(2 * M_PI * ((step + 1) * Dt)) / 8), x[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) x[d] = all(recurrent[d] + stimulus[d]);
        int count = 0;
#pragma GCC unroll 2
        for (int i = 0; i < NEURONS; i += LANES)
        {
            vec even = load(bias + i), odd = all(0);
#pragma GCC unroll 8
            for (int d = 0; d < DIMENSIONS; d += 2)
            {
                even += load(encoders + DIMENSIONS * i + LANES * d) * x[d];
                odd += load(encoders + DIMENSIONS * i + LANES * (d + 1)) * x[d + 1];
            }

            vec voltage = load(v + i), state = load(u + i);
            mask spiked = step_neurons(&voltage, &state, even + odd);
            store(u + i, state);
            store(v + i, voltage);
            count = append(count, i, spiked);
        }

        vec decoded[PARTS];
        decode(count, decoded);
        for (int p = 0; p < PARTS; p++)
        {
            int at = LANES * p;
            store(decoded_rows + DIMENSIONS * (size_t)step + at, load(probed + at));
            store(probed + at, lowpass_lanes(load(probed + at), decoded[p], probe_decay));
            store(recurrent + at, lowpass_lanes(load(recurrent + at), decoded[p], recurrent_decay));
            store(stimulus + at, lowpass_lanes(load(stimulus + at), output, stimulus_decay));
        }
    }
}

static void run_w5l(int steps) { run_w5(steps, lif_step); }
static void run_w5i(int steps) { run_w5(steps, izhikevich_step); }

const workload recurrent_workloads[3] = {
    { "W4", prepare_w4, restart, run_w4, last_decoded },
    { "W5L", prepare_w5, restart, run_w5l, last_decoded },
    { "W5I", prepare_w5, restart, run_w5i, last_decoded },
};
