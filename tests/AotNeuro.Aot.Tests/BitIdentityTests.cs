using System.Globalization;
using System.Runtime.Intrinsics;
using AotNeuro.Tests;

namespace AotNeuro.Aot.Tests;

/// <summary>
/// All reference models, in one program, on every kind of code that this processor can run: built parameters, probes and
/// spikes are the same to the last bit.
/// </summary>
[Collection(PublishedPrograms.Name)]
public sealed class BitIdentityTests
{
    private const string App = "ReferenceModels";

    private static readonly PublishedApp Default = AotPublisher.Publish(App);

    // What every other run must print, below the line with the width of vectors.
    private static readonly string[] Expected = Lines(Default.Run());

    /// <summary>The switches of the runtime, and the widest vectors (in bits) that each leaves.</summary>
    public static TheoryData<string, int> JitSwitches => new()
    {
        { "", 512 },
        { "DOTNET_TieredCompilation=0", 512 },
        { "DOTNET_TieredPGO=0", 512 },
        { "DOTNET_ReadyToRun=0", 512 },
        { "DOTNET_EnableAVX512=0", 256 },
        { "DOTNET_EnableAVX2=0", 128 },
        { "DOTNET_EnableAVX=0", 128 },
        { "DOTNET_EnableHWIntrinsic=0", 0 },
    };

    private static int WidestHere =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>Kernels choose their code by this width; wider ones, split by the compiler, are several times slower.</summary>
    [Fact]
    public void The_default_build_computes_with_128_bits()
    {
        Assert.Equal("vectors 128", Expected[0]);
        Assert.True(Expected.Length > 100, $"Only {Expected.Length} arrays were printed.");
    }

    [WideVectorsFact(256)]
    public void AVX2_gives_the_same_bits() =>
        AssertSame(256, AotPublisher.Publish(App, ("IlcInstructionSet", "x86-64-v3")).Run());

    [WideVectorsFact(512)]
    public void AVX_512_gives_the_same_bits() =>
        AssertSame(512, AotPublisher.Publish(App, ("IlcInstructionSet", "x86-64-v4")).Run());

    /// <summary>Another architecture with another compiler, emulated.</summary>
    [Arm64Fact]
    public void Arm64_gives_the_same_bits()
    {
        // NativeAOT takes whatever cross-compiles for clang.
        string linker = Path.Combine(Directory.CreateTempSubdirectory("aotneuro-linker-").FullName, "cc");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(linker, $"#!/bin/bash\nexec {Arm64FactAttribute.Compiler} \"${{@/#--target=*/-pthread}}\"\n");
        File.SetUnixFileMode(linker, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        PublishedApp app = AotPublisher.PublishFor("linux-arm64", App, ("CppCompilerAndLinker", linker), ("ObjCopyName", "aarch64-linux-gnu-objcopy"));
        ProcessResult result = ProcessRunner.Run(Arm64FactAttribute.Emulator, ["-L", Arm64FactAttribute.Libraries, app.Path], TimeSpan.FromMinutes(10));
        Assert.True(result.ExitCode == 0, result.Error);
        AssertSame(128, result.Output);
    }

    [Theory]
    [MemberData(nameof(JitSwitches))]
    public void The_JIT_gives_the_same_bits(string setting, int widest)
    {
        (string, string)[] environment = setting.Split('=') is [string name, string value] ? [(name, value)] : [];
        AssertSame(Math.Min(widest, WidestHere), Default.RunUnderJit(environment));
    }

    [Fact]
    public void Published_models_spike_as_in_Nengo()
    {
        string[] models = [.. Expected.Skip(1).Select(line => line.Split(' ')[0]).Distinct()];
        Assert.Equal(ReferenceFiles.Models.Order(), models.Order());
        AssertSpikes(Default, models);
    }

    /// <summary>The same program without what builds models: it has baked files in place of it. Some models are one class whose parameters are tuned.</summary>
    [Fact]
    public void Baked_models_spike_as_in_Nengo()
    {
        string[] tuned =
        [
            "izhikevich_chattering", "izhikevich_fast_spiking", "izhikevich_intrinsically_bursting", "izhikevich_low_threshold_spiking",
            "izhikevich_resonator", "izhikevich_square_tau02",
        ];
        PublishedApp baked = AotPublisher.Publish(App, ("AotNeuroBake", "true"));
        AssertSpikes(baked, ReferenceFiles.Models.Except(tuned));
        foreach (string name in tuned)
        {
            ProcessResult refused = ProcessRunner.Run(baked.Path, ["spikes", name, "0.1"], TimeSpan.FromMinutes(1));
            Assert.NotEqual(0, refused.ExitCode);
            Assert.Contains("A baked model keeps its values; bake one with the other.", refused.Error, StringComparison.Ordinal);
        }
    }

    private static void AssertSpikes(PublishedApp app, IEnumerable<string> models)
    {
        foreach (string name in models)
        {
            ReferenceModel expected = ReferenceModel.Read(name);
            string seconds = expected.Seconds.ToString(CultureInfo.InvariantCulture);
            ILookup<string, (int, int)> events = Lines(app.Run("spikes", name, seconds)).Skip(1)
                .Select(line => line.Split(' '))
                .ToLookup(words => words[0], words => (int.Parse(words[1]), int.Parse(words[2])));
            foreach ((int index, (string probe, ReferenceProbe reference)) in expected.Probes.Index())
            {
                if (reference.Spikes is { } spikes)
                {
                    IEnumerable<(int, int)> ours = events.Contains(probe) ? events[probe] : events[index.ToString(CultureInfo.InvariantCulture)];
                    Assert.Equal(spikes.Events.Length, ReferenceComparison.Spikes($"{name}, {probe}", ours, spikes));
                }
            }
        }
    }

    private static void AssertSame(int widest, string output)
    {
        string[] lines = Lines(output);
        Assert.Equal($"vectors {widest}", lines[0]);

        // Line by line, so that a failure names the first array that differs.
        Assert.All(Expected.Skip(1).Zip(lines.Skip(1)), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(Expected.Length, lines.Length);
    }

    private static string[] Lines(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
