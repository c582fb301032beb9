/* Uses the library of samples/c-host in every wrong way: each call gives its status, and the program lives. */
#include "arm.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures;

static void expect_at(int line, int32_t wanted, int32_t got, const char *message)
{
    char text[512] = "";
    arm_last_error(text, sizeof text);
    if (wanted != got || (message != NULL && strstr(text, message) == NULL)) {
        printf("line %d: status %d (%s) where %d was expected: %s\n", line, got, arm_status_text(got), wanted, text);
        failures++;
    }
}

#define EXPECT(wanted, call, message) expect_at(__LINE__, wanted, call, message)

int main(void)
{
    arm_model *arm = NULL, *other = NULL, *stale;
    double values[4] = {0, 0, 0, 0}, *inputs;
    const double *outputs, *other_outputs;
    unsigned char *state;
    char little[8];
    int64_t count;
    size_t size, written;

    /* No model, or none that lives. */
    EXPECT(ARM_BAD_ARGUMENT, arm_create(NULL), "pointer is null");
    EXPECT(ARM_BAD_ARGUMENT, arm_create_seeded(-1, &arm), "seed");
    EXPECT(ARM_BAD_HANDLE, arm_step(NULL), "null");
    EXPECT(ARM_BAD_HANDLE, arm_step((arm_model *)(intptr_t)-1), NULL);
    EXPECT(ARM_BAD_HANDLE, arm_step((arm_model *)(intptr_t)0x7fff1234), NULL);
    EXPECT(ARM_BAD_HANDLE, arm_step((arm_model *)values), NULL);
    EXPECT(ARM_BAD_HANDLE, arm_destroy(NULL), "null");
    EXPECT(ARM_OK, arm_create(&arm), NULL);
    stale = arm;
    EXPECT(ARM_OK, arm_destroy(arm), NULL);
    EXPECT(ARM_BAD_HANDLE, arm_destroy(stale), "destroyed");
    EXPECT(ARM_BAD_HANDLE, arm_reset(stale), "destroyed");
    EXPECT(ARM_OK, arm_create(&arm), NULL);
    EXPECT(ARM_BAD_HANDLE, arm_step(stale), NULL); /* its slot has another model now */
    EXPECT(ARM_OK, arm_create_seeded(8, &other), NULL);
    EXPECT(ARM_BUILD_FAILED, arm_step(other), "Arm: the file was baked with the seed 7, and the model has 8");
    EXPECT(ARM_OK, arm_destroy(other), NULL);
    EXPECT(ARM_OK, arm_create_seeded(7, &other), NULL);

    /* Arguments. */
    EXPECT(ARM_BAD_ARGUMENT, arm_run_steps(arm, -1), "steps");
    EXPECT(ARM_BAD_ARGUMENT, arm_run(arm, NAN), "finite");
    EXPECT(ARM_BAD_ARGUMENT, arm_step_count(arm, NULL), "pointer is null");
    EXPECT(ARM_BAD_ARGUMENT, arm_set_input(arm, 2, values, 1), "There is no input 2; the model has 2");
    EXPECT(ARM_BAD_ARGUMENT, arm_set_input(arm, -1, values, 1), "no input -1");
    EXPECT(ARM_BAD_ARGUMENT, arm_set_input(arm, ARM_INPUT_VELOCITY, values, 3), "2 values belong there, and 3 were given");
    EXPECT(ARM_BAD_ARGUMENT, arm_set_input(arm, ARM_INPUT_VELOCITY, NULL, 2), "pointer is null");
    EXPECT(ARM_BAD_ARGUMENT, arm_set_input(arm, ARM_INPUT_VELOCITY, values, (size_t)-1), "values belong there");
    EXPECT(ARM_BAD_ARGUMENT, arm_input_pointer(arm, 0, NULL), "pointer is null");
    EXPECT(ARM_BAD_ARGUMENT, arm_get_output(arm, 1, values, 2), "no output 1");
    EXPECT(ARM_BAD_ARGUMENT, arm_read_probe(arm, 9, 0, 0, values, 0), "no probe 9");
    EXPECT(ARM_BAD_ARGUMENT, arm_read_probe(arm, ARM_PROBE_SPIKES, 0, 1, values, 4), "holds 0 samples");
    EXPECT(ARM_BAD_ARGUMENT, arm_read_probe(arm, ARM_PROBE_SPIKES, (size_t)-1, 2, values, 4), "holds 0 samples");
    if (arm_input_name(2) != NULL || arm_input_size(-1) != -1 || strcmp(arm_input_name(ARM_INPUT_RELEASE), "Release") != 0
        || arm_input_size(ARM_INPUT_VELOCITY) != ARM_INPUT_VELOCITY_SIZE || strcmp(arm_output_name(0), "Position") != 0
        || arm_output_size(0) != ARM_OUTPUT_POSITION_SIZE || arm_probe_size(0) != ARM_PROBE_SPIKES_SIZE) {
        printf("names or sizes are wrong\n");
        failures++;
    }

    /* A number that is not finite fails the step, and the next one goes on. */
    EXPECT(ARM_OK, arm_input_pointer(arm, ARM_INPUT_VELOCITY, &inputs), NULL);
    inputs[1] = NAN;
    EXPECT(ARM_STEP_FAILED, arm_step(arm), "Velocity: the host wrote NaN in dimension 1");
    if (arm_last_error(little, sizeof little) <= sizeof little || strcmp(little, "Velocit") != 0 || arm_last_error(NULL, 0) == 0) {
        printf("the last error is not cut as it should be: %s\n", little);
        failures++;
    }
    inputs[1] = 0.5;
    EXPECT(ARM_OK, arm_step(arm), NULL);
    EXPECT(ARM_OK, arm_step_count(arm, &count), NULL);
    if (count != 1) {
        printf("%d steps\n", (int)count);
        failures++;
    }

    /* States that are cut short or altered. */
    EXPECT(ARM_OK, arm_state_size(arm, &size), NULL);
    state = malloc(size);
    EXPECT(ARM_BAD_ARGUMENT, arm_save_state(arm, state, size - 1, &written), "The state takes");
    EXPECT(ARM_BAD_ARGUMENT, arm_save_state(arm, NULL, size, &written), "pointer is null");
    EXPECT(ARM_OK, arm_save_state(arm, state, size, &written), NULL);
    EXPECT(ARM_STATE_REFUSED, arm_restore_state(arm, state, written - 1), "cut short");
    state[written / 2] ^= 1;
    EXPECT(ARM_STATE_REFUSED, arm_restore_state(arm, state, written), "checksum");
    state[written / 2] ^= 1;
    EXPECT(ARM_STATE_REFUSED, arm_restore_state(arm, "nonsense", 8), NULL);

    /* Two models in turns do not touch each other; a state moves from one to the other. */
    EXPECT(ARM_OK, arm_run_steps(arm, 50), NULL);
    EXPECT(ARM_OK, arm_run_steps(other, 10), NULL);
    EXPECT(ARM_OK, arm_restore_state(other, state, written), NULL);
    EXPECT(ARM_OK, arm_output_pointer(arm, 0, &outputs), NULL);
    EXPECT(ARM_OK, arm_output_pointer(other, 0, &other_outputs), NULL);
    EXPECT(ARM_OK, arm_run_steps(other, 50), NULL);
    EXPECT(ARM_OK, arm_get_output(other, 0, values, 2), NULL);
    if (memcmp(outputs, other_outputs, 2 * sizeof *outputs) != 0 || memcmp(values, outputs, 2 * sizeof *outputs) != 0) {
        printf("the restored run went another way\n");
        failures++;
    }

    free(state);
    EXPECT(ARM_OK, arm_destroy(arm), NULL);
    EXPECT(ARM_OK, arm_destroy(other), NULL);
    printf("%d failures\n", failures);
    return failures != 0;
}
