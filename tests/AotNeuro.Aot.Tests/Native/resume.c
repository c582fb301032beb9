/* "resume save FILE" runs for a while, saves the state and crashes; "resume on FILE" goes on from there; "resume all" never stopped. */
#include "arm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    static unsigned char state[1 << 20];
    arm_model *arm;
    double velocity[2] = {1.0, -0.5}, position[2];
    size_t size = 0;
    FILE *file;

    if (argc < 2 || arm_create(&arm) != ARM_OK) {
        return 2;
    }
    if (strcmp(argv[1], "on") == 0) {
        file = fopen(argv[2], "rb");
        size = fread(state, 1, sizeof state, file);
        fclose(file);
        if (arm_restore_state(arm, state, size) != ARM_OK) {
            char text[512];
            arm_last_error(text, sizeof text);
            printf("%s\n", text);
            return 1;
        }
    } else {
        arm_set_input(arm, ARM_INPUT_VELOCITY, velocity, 2);
        arm_run_steps(arm, 300);
    }
    if (strcmp(argv[1], "save") == 0) {
        arm_save_state(arm, state, sizeof state, &size);
        file = fopen(argv[2], "wb");
        fwrite(state, 1, size, file);
        fclose(file);
        abort();
    }
    arm_run_steps(arm, 200);
    arm_get_output(arm, 0, position, 2);
    printf("%.17g %.17g\n", position[0], position[1]);
    return 0;
}
