/*
 * The benchmark's models by hand, for the compiler of the machine: the figure that generated code is measured against.
 * Usage: twin <workload> <parameters> <steps> <repetitions>
 * Prints the median ns per step of the repetitions, and a number by which the caller checks what was computed.
 *
 * As fast as we can write it: fused multiply-add where the machine has it, constants folded, loops of constant length, no checks. Gains, biases,
 * encoders, decoders and first states are the model's own, so that as many neurons spike.
 */
#include <sys/mman.h>
#include <time.h>
#include "twin.h"

double *take_memory(size_t count)
{
    enum { PAGE = 4096, HUGE = 2 << 20, STAGGER = 320, PLACES = 12 };
    static int taken;
    size_t bytes = count * sizeof(double) + STAGGER * PLACES, page = bytes < HUGE / 2 ? PAGE : HUGE;
    bytes = (bytes + page - 1) / page * page;
    char *memory = aligned_alloc(page, bytes);
    if (!memory) exit(3);
    if (page == HUGE) madvise(memory, bytes, MADV_HUGEPAGE);
    memset(memory, 0, bytes);
    return (double *)(memory + STAGGER * (taken++ % PLACES));
}

double *read_row(FILE *parameters, size_t count)
{
    double *row = take_memory(count);
    int32_t there;
    if (fread(&there, sizeof there, 1, parameters) != 1 || there != (int32_t)count) exit(2);
    if (fread(row, sizeof(double), count, parameters) != count) exit(2);
    return row;
}

double root_mean_square(const double *values, size_t count)
{
    double total = 0;
    for (size_t i = 0; i < count; i++) total += values[i] * values[i];
    return sqrt(total / count);
}

static const workload *find(const char *name)
{
    const struct { const workload *first; int count; } files[] = {
        { small_workloads, 3 }, { recurrent_workloads, 3 }, { array_workloads, 2 }, { learned_workloads, 1 }, { current_workloads, 2 },
    };
    for (size_t file = 0; file < sizeof files / sizeof *files; file++)
    {
        for (int i = 0; i < files[file].count; i++)
        {
            if (!strcmp(files[file].first[i].name, name)) return &files[file].first[i];
        }
    }

    return NULL;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int count, char **arguments)
{
    if (count != 5) return 2;
    const workload *what = find(arguments[1]);
    FILE *file = fopen(arguments[2], "rb");
    int steps = atoi(arguments[3]), repetitions = atoi(arguments[4]);
    if (!what || !file) return 2;
    what->prepare(file, steps);
    double *times = calloc(repetitions, sizeof(double));
    for (int repetition = 0; repetition < repetitions; repetition++)
    {
        struct timespec start, end;
        what->restart();
        clock_gettime(CLOCK_MONOTONIC, &start);
        what->run(steps);
        clock_gettime(CLOCK_MONOTONIC, &end);
        times[repetition] = ((end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec)) / steps;
    }

    qsort(times, repetitions, sizeof(double), by_value);
    printf("%.3f %.17g\n", times[repetitions / 2], what->check(steps));
    return 0;
}
