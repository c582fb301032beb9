using System.Reflection;
using System.Runtime.Loader;

namespace AotNeuro.Bake;

/// <summary>
/// Bakes the models of an assembly: <c>AotNeuro.Bake app.dll folder</c> writes <c>folder/Namespace.Model.aotneuro</c> for each. It refers to no AotNeuro of
/// its own, so that the assembly's is the one that builds.
/// </summary>
internal static class Program
{
    private const string BaseClass = "AotNeuro.NeuralModel";

    private static int Main(string[] args)
    {
        if (args.Length != 2)
        {
            Console.Error.WriteLine("usage: AotNeuro.Bake assembly.dll folder");
            return 2;
        }

        string path = Path.GetFullPath(args[0]);
        string folder = Directory.CreateDirectory(args[1]).FullName;
        var dependencies = new AssemblyDependencyResolver(path);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            string? found = dependencies.ResolveAssemblyToPath(name);
            string beside = Path.Combine(Path.GetDirectoryName(path)!, name.Name + ".dll");
            return found is not null ? context.LoadFromAssemblyPath(found) : File.Exists(beside) ? context.LoadFromAssemblyPath(beside) : null;
        };

        bool succeeds = true;
        var kept = new HashSet<string>();
        foreach (Type model in AssemblyLoadContext.Default.LoadFromAssemblyPath(path).GetTypes().Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && IsModel(type)))
        {
            string file = Path.Combine(folder, $"{model.FullName}.aotneuro");
            succeeds &= Bake(model, file);
            kept.Add(file);
        }

        // Of models that are no more.
        foreach (string file in Directory.EnumerateFiles(folder, "*.aotneuro").Where(file => !kept.Contains(file)))
        {
            File.Delete(file);
        }

        return succeeds ? 0 : 1;
    }

    private static bool IsModel(Type type)
    {
        Type? ancestor = type.BaseType;
        while (ancestor is not null && ancestor.FullName != BaseClass)
        {
            ancestor = ancestor.BaseType;
        }

        return ancestor is not null;
    }

    /// <summary>Models without a seed are parts, or differ from run to run: there is nothing to bake. Exported ones cannot be meant so.</summary>
    private static bool Bake(Type model, string file)
    {
        IList<CustomAttributeData> attributes = model.GetCustomAttributesData();
        bool hasSeed = attributes.Any(attribute =>
            attribute.AttributeType.Name == "NeuralModelAttribute" && attribute.NamedArguments.Any(argument => argument.MemberName == "Seed"));
        if (!hasSeed)
        {
            return attributes.All(attribute => attribute.AttributeType.Name != "NativeExportAttribute")
                || Fail(model, "it is exported and has no seed; give it one, '[NeuralModel(Seed = 0)]', so that what is baked is what runs.");
        }

        try
        {
            object instance = Activator.CreateInstance(model, nonPublic: true)!;
            var baked = (byte[])model.GetMethod("Bake")!.Invoke(instance, null)!;
            File.WriteAllBytes(file, baked);
            Console.WriteLine($"Baked {model.FullName}: {baked.Length} bytes.");
            return true;
        }
        catch (MissingMethodException)
        {
            return Fail(model, "it has no constructor without parameters.");
        }
        catch (TargetInvocationException exception)
        {
            return Fail(model, exception.InnerException!.Message);
        }
    }

    /// <summary>In the form in which builds recognise errors.</summary>
    private static bool Fail(Type model, string reason)
    {
        Console.Error.WriteLine($"AotNeuro.Bake : error AN0002: {model.FullName} cannot be baked: {reason}");
        return false;
    }
}
