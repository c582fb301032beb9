using System.Reflection;
using System.Runtime.Loader;

namespace AotNeuro.Generator.Tests;

/// <summary>Runs a program that was compiled with the generator, in this process.</summary>
internal static class CompiledProgram
{
    /// <summary>The collection of tests that catch what is written to the console, one after the other.</summary>
    public const string Console = "Console";

    /// <summary>Runs the program.</summary>
    /// <returns>What it wrote.</returns>
    public static string Run(GeneratorRun run, params string[] arguments)
    {
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("Program", isCollectible: true);
        context.Resolving += (_, name) => AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(loaded => loaded.GetName().Name == name.Name);
        MethodInfo main = context.LoadFromStream(image).EntryPoint!;
        TextWriter console = System.Console.Out;
        using var written = new StringWriter();
        try
        {
            System.Console.SetOut(written);
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [arguments]);
        }
        finally
        {
            System.Console.SetOut(console);
            context.Unload();
        }

        return written.ToString();
    }
}
