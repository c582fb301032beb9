/* A C program that drives the neural model of Arm.cs.
 *
 *     dotnet publish samples/c-host -c Release -o out
 *     gcc -std=c99 -Wall -Wextra -pedantic samples/c-host/main.c -Iout -Lout -l:arm.so -Wl,-rpath,'$ORIGIN' -o out/host
 *     out/host
 */
#include "arm.h"

#include <stdio.h>
#include <stdlib.h>

/* Ends the program with what went wrong. */
static void check(int32_t status, const char *what)
{
    char text[512];
    if (status != ARM_OK) {
        arm_last_error(text, sizeof text);
        fprintf(stderr, "%s: %s (%s)\n", what, arm_status_text(status), text);
        exit(1);
    }
}

static void steps(arm_model *arm, double *velocity, double x, double y, int32_t count)
{
    velocity[0] = x;
    velocity[1] = y;
    check(arm_run_steps(arm, count), "arm_run_steps");
}

int main(void)
{
    arm_model *arm;
    double *velocity, *release;
    const double *position;
    double seconds;

    if (arm_abi_version() != ARM_ABI_VERSION) {
        fprintf(stderr, "arm.h and the library do not belong together.\n");
        return 1;
    }
    check(arm_create(&arm), "arm_create");
    check(arm_build(arm), "arm_build");
    check(arm_input_pointer(arm, ARM_INPUT_VELOCITY, &velocity), "arm_input_pointer");
    check(arm_input_pointer(arm, ARM_INPUT_RELEASE, &release), "arm_input_pointer");
    check(arm_output_pointer(arm, ARM_OUTPUT_POSITION, &position), "arm_output_pointer");
    printf("%d inputs, %d output, a step is %g s\n", ARM_INPUT_COUNT, ARM_OUTPUT_COUNT, ARM_DT);

    steps(arm, velocity, 1.0, -0.5, 500);
    printf("moved to    (%+.17g, %+.17g)\n", position[0], position[1]);
    steps(arm, velocity, 0.0, 0.0, 500);
    printf("held at     (%+.17g, %+.17g)\n", position[0], position[1]);

    /* The state of the run, to the last bit. */
    size_t size, written;
    check(arm_state_size(arm, &size), "arm_state_size");
    void *state = malloc(size);
    check(arm_save_state(arm, state, size, &written), "arm_save_state");

    release[0] = 1.0;
    check(arm_run(arm, 1.0), "arm_run");
    printf("released at (%+.17g, %+.17g)\n", position[0], position[1]);
    check(arm_restore_state(arm, state, written), "arm_restore_state");
    check(arm_step(arm), "arm_step");
    printf("back at     (%+.17g, %+.17g)\n", position[0], position[1]);
    check(arm_time(arm, &seconds), "arm_time");
    printf("time %g s\n", seconds);

    size_t rows;
    check(arm_clear_probes(arm), "arm_clear_probes");
    check(arm_run_steps(arm, 100), "arm_run_steps");
    check(arm_probe_rows(arm, ARM_PROBE_SPIKES, &rows), "arm_probe_rows");
    size_t count = rows * ARM_PROBE_SPIKES_SIZE;
    double *spikes = malloc(count * sizeof *spikes);
    check(arm_read_probe(arm, ARM_PROBE_SPIKES, 0, rows, spikes, count), "arm_read_probe");
    int fired = 0;
    for (size_t i = 0; i < count; i++) {
        fired += spikes[i] != 0.0;
    }
    printf("%d spikes in %d steps\n", fired, (int)rows);

    free(spikes);
    free(state);
    check(arm_destroy(arm), "arm_destroy");
    return arm_step(arm) == ARM_BAD_HANDLE ? 0 : 1;
}
