namespace AotNeuro.Aot.Tests;

/// <summary>Tests that run published programs: one after the other, on what is published once and deleted at the end.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedPrograms : ICollectionFixture<PublishedPrograms.Folder>
{
    /// <summary>The collection's name, for <c>[Collection]</c>.</summary>
    public const string Name = "published programs";

    /// <summary>Lives from the first test to the last.</summary>
    public sealed class Folder : IDisposable
    {
        public void Dispose() => AotPublisher.DeleteAll();
    }
}
