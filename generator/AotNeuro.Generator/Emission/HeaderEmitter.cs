using System.Text;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the C header of an exported model: C99, and C++.</summary>
internal static class HeaderEmitter
{
    private const int Width = 100;

    private static readonly (string Name, int Value, string Meaning)[] Statuses =
    [
        ("OK", 0, "done"),
        ("BAD_HANDLE", -1, "the model is NULL, destroyed, or not a model of this kind"),
        ("BAD_ARGUMENT", -2, "a pointer is NULL, an index out of range, a count not the size, a number negative"),
        ("BUSY", -3, "another thread is using the model, or a function of the model called back"),
        ("BUILD_FAILED", -4, "the model cannot be built from its values"),
        ("STEP_FAILED", -5, "a step failed; reset the model or restore a state"),
        ("STATE_REFUSED", -6, "the state is cut short, altered or of another model; the model is as it was"),
        ("OUT_OF_MEMORY", -7, "there is no memory, or there are 4,096 models"),
        ("FAILED", -8, "the model's own code failed, or is not ready for this"),
    ];

    public static string Emit(ModelSpec model)
    {
        string prefix = model.Export!.Prefix;
        string capitals = CNames.Constant(prefix);
        var text = new StringBuilder();
        Comment(text, $"{prefix}.h: the neural model {model.Name} as a C library. Written by AotNeuro when the library is built; changes are lost. "
            + $"Functions return {capitals}_OK, or a negative status, and {prefix}_last_error then says more. A model belongs to one thread at a time; "
            + "several models are independent. Numbers are doubles; nothing is printed, and no signal handler or locale is touched.");
        text.Append($"#ifndef {capitals}_H\n#define {capitals}_H\n\n#include <stddef.h>\n#include <stdint.h>\n\n");
        text.Append($"#if defined(_WIN32) && !defined({capitals}_STATIC)\n#define {capitals}_API __declspec(dllimport)\n#else\n#define {capitals}_API\n#endif\n\n");
        text.Append("#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
        Comment(text, "The version of this interface, and a step in seconds.");
        text.Append($"#define {capitals}_ABI_VERSION 1\n#define {capitals}_DT {Literal.Of(model.Dt)}\n\n");
        Comment(text, "A model. What it points to is not memory of the host's.");
        text.Append($"typedef struct {prefix}_model {prefix}_model;\n\n");
        Comment(text, "What functions return.");
        text.Append($"enum {prefix}_status {{\n{string.Join(",\n", Statuses.Select(status => $"    /* {status.Meaning} */\n    {capitals}_{status.Name} = {Literal.Of(status.Value)}"))}\n}};\n\n");
        Ports(text, prefix, capitals, "input", "Inputs: what the host writes before a step.", NativePorts.Inputs(model));
        Ports(text, prefix, capitals, "output", "Outputs: what the host reads after a step.", NativePorts.Outputs(model));
        Ports(text, prefix, capitals, "probe", "Probes: what the model records.", NativePorts.Probes(model));
        foreach (NativeFunction function in NativeFunction.All)
        {
            Comment(text, In(function.Documentation, prefix, capitals));
            string parameters = function.Parameters.Length == 0 ? "void" : string.Join(", ", function.Parameters.Select(parameter => In(parameter, prefix, capitals)));
            string result = function.Result + (function.Result.EndsWith("*", StringComparison.Ordinal) ? "" : " ");
            text.Append($"{capitals}_API {result}{prefix}_{function.Name}({parameters});\n\n");
        }

        text.Append("#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
        return text.ToString();
    }

    /// <summary>The numbers and sizes of inputs, outputs or probes.</summary>
    private static void Ports(StringBuilder text, string prefix, string capitals, string kind, string about, IReadOnlyList<NativePort> ports)
    {
        string name = $"{capitals}_{kind.ToUpperInvariant()}";
        Comment(text, about);
        text.Append($"#define {name}_COUNT {ports.Count}\n");
        for (int i = 0; i < ports.Count; i++)
        {
            string constant = $"{name}_{CNames.Constant(ports[i].Name)}";
            text.Append($"#define {constant} {i}\n#define {constant}_SIZE {ports[i].Size}\n");
        }

        text.Append('\n');
    }

    private static string In(string text, string prefix, string capitals) => text.Replace("{0}", prefix).Replace("{1}", capitals);

    private static void Comment(StringBuilder text, string comment)
    {
        string line = "/*";
        foreach (string word in comment.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line = "  ";
            }

            line += " " + word;
        }

        text.Append(line).Append(" */\n");
    }
}
