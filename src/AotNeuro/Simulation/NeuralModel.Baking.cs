using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <content>Baking: what a build computes, as a file that takes its place.</content>
public abstract partial class NeuralModel
{
    /// <summary>Whether what was built came from a baked file.</summary>
    internal bool IsBaked { get; private set; }

    /// <summary>
    /// What the build of this model computes: encoders, gains, biases, decoders and initial states, as a step needs them. A program that has it needs no
    /// build: see <see cref="LoadBaked"/>, and <c>AotNeuroBake</c> in the README. The model is built if need be; it may be in the middle of its life.
    /// </summary>
    /// <remarks>
    /// The file has a version and a checksum, and is of use to this class with this seed and these tunable values only. It does not notice that the body
    /// of a function or the value of a static member has changed since, which the project's own <c>AotNeuroBake</c> does.
    /// </remarks>
    /// <returns>The file, 8 bytes for each number of the model's memory and some for its name.</returns>
    /// <exception cref="BuildException">The model cannot be built.</exception>
    public byte[] Bake()
    {
        if (_whole is not null)
        {
            RefuseWhileRunning();
        }

        Build();
        StateVisitor measured = StateVisitor.Measuring();
        VisitBaked(ref measured);
        var file = new byte[SealedFormat.Size + measured.Position];
        StateVisitor written = StateVisitor.Saving(SealedFormat.ContentOf(file));
        VisitBaked(ref written);
        SealedFormat.Baked.Close(file);
        return file;
    }

    /// <summary>
    /// Makes the model ready to step from what <see cref="Bake"/> gave, without a build, at time 0: the run has the same bits. What steps do not need is not
    /// there then: encoders, decoders and tuning curves cannot be asked for. A new seed or tunable value builds the model.
    /// </summary>
    /// <param name="file">What was baked, all of it.</param>
    /// <exception cref="BuildException">
    /// The file is cut short, damaged, of another format, of another model, or baked with another seed, dt or tunable value. The model is as it was.
    /// </exception>
    /// <exception cref="InvalidOperationException">The model is in the middle of a run, or a part of another.</exception>
    public void LoadBaked(ReadOnlySpan<byte> file)
    {
        RefuseWhileRunning();
        string name = _description.Name;
        ReadOnlySpan<byte> content = SealedFormat.Baked.Open(name, file);
        StateVisitor baked = StateVisitor.Restoring(content);
        if (BakedIdentity.Read(ref baked).DifferenceFrom(new(_description, _seed)) is { } difference)
        {
            throw new BuildException(name, difference);
        }

        Arena arena = ClearedArena();
        Bind(arena);
        VisitBuilt(ref baked);
        IsBaked = true;
        Install(static () => { });
    }

    private void VisitBaked(ref StateVisitor file)
    {
        new BakedIdentity(_description, _seed).Visit(ref file);
        VisitBuilt(ref file);
    }

    private void VisitBuilt(ref StateVisitor file)
    {
        file.Visit(_arena!.Constants);
        file.Visit(file.IsRestoring ? _arena.State : _arena.Initial);
        foreach (ModelObject item in Objects)
        {
            item.VisitBaked(ref file);
        }
    }
}
