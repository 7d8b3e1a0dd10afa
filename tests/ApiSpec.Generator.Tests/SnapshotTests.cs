using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Founding_section_alone() => Verify(GeneratorRun.Of(SpecFiles.Founding), nameof(Founding_section_alone));

    [Fact]
    public void Founding_section_alone_for_netstandard()
        => Verify(GeneratorRun.Of(Consumer.NetStandard20, SpecFiles.Founding), nameof(Founding_section_alone_for_netstandard));

    [Fact]
    public void Jp1ao() => Verify(GeneratorRun.Of(SpecFiles.Jp1Ao), nameof(Jp1ao));

    [Fact]
    public void Jp1ao_for_netstandard() => Verify(GeneratorRun.Of(Consumer.NetStandard20, SpecFiles.Jp1Ao), nameof(Jp1ao_for_netstandard));

    [Fact]
    public void Kitchen_sink() => Verify(GeneratorRun.Of(SpecFiles.Kitchen), nameof(Kitchen_sink));

    [Fact]
    public void Kitchen_sink_for_netstandard() => Verify(GeneratorRun.Of(Consumer.NetStandard20, SpecFiles.Kitchen), nameof(Kitchen_sink_for_netstandard));

    private static void Verify(GeneratorRun run, string method) => SnapshotVerifier.Verify(run.AssertCompiles().Files, nameof(SnapshotTests), method);
}
