using System.Diagnostics.CodeAnalysis;

namespace AotNeuro;

/// <summary>Baked files that a program carries, in place of the code that builds models.</summary>
internal static class BakedModels
{
    /// <summary>What the project's <c>AotNeuroBake</c> sets: models come from baked files alone, and NativeAOT leaves out what would build them.</summary>
    private const string Switch = "AotNeuro.Baked";

    /// <summary>Whether all models of the program come from baked files.</summary>
    [FeatureSwitchDefinition(Switch)]
    public static bool AreUsed => AppContext.TryGetSwitch(Switch, out bool isOn) && isOn;

    /// <summary>The baked file of a model, a resource of the assembly that declares its class.</summary>
    /// <exception cref="BuildException">There is none.</exception>
    public static unsafe ReadOnlySpan<byte> Find(NeuralModel model)
    {
        Type type = model.GetType();
        string resource = $"{type.FullName}.aotneuro";
        return type.Assembly.GetManifestResourceStream(resource) is UnmanagedMemoryStream file
            ? new(file.PositionPointer, checked((int)file.Length))
            : throw new BuildException(
                type.Name,
                $"this program takes its models from baked files alone, and has no resource '{resource}'. Build it with AotNeuroBake = true, "
                + "which bakes every model that has a seed and a constructor without parameters.");
    }
}
