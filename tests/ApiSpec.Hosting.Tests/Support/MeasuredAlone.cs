using Xunit;

namespace ApiSpec.Hosting.Tests.Support;

/// <summary>Tests that count bytes. They run alone, because a listener of another test would make their calls more expensive.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "Measured alone";
}
