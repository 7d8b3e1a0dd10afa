using Xunit;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>Tests that count bytes. They run when no other test does, since a listener of another test would make each call of theirs cost more.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "Measured alone";
}
