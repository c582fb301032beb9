namespace AotNeuro;

/// <summary>
/// Exports a model from a native library (<c>PublishAot</c> with <c>NativeLib=Shared</c> or <c>Static</c>): plain C functions that create, drive, read, save and
/// restore it, and a C header that documents each. Goes beside <see cref="NeuralModelAttribute">[NeuralModel]</see> on a class with a constructor without
/// parameters.
/// </summary>
/// <remarks>
/// The header <c>prefix.h</c> is written when the project is built, beside the library and into the folder <c>AotNeuroHeaderDirectory</c>. Functions
/// return a status and let no exception through; a handle that is null, stale or destroyed is a status too. A model belongs to one thread at a time.
/// </remarks>
/// <param name="prefix">What the names of all functions begin with, a C identifier: <c>"arm"</c> for <c>arm_create</c>, <c>arm_step</c> and so on.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NativeExportAttribute(string prefix) : Attribute
{
    /// <summary>What the names of all functions begin with.</summary>
    public string Prefix { get; } = prefix;
}
