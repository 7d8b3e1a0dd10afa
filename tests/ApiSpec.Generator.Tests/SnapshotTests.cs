using System.Runtime.CompilerServices;
using ApiSpec.Generator.Tests.Running;
using Xunit;

namespace ApiSpec.Generator.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void Founding_section_alone() => Verify([SpecFiles.Founding]);

    [Fact]
    public void Founding_section_alone_for_netstandard() => VerifyDifference([SpecFiles.Founding]);

    [Fact]
    public void Jp1ao() => Verify(SpecFiles.Jp1Ao);

    [Fact]
    public void Jp1ao_for_netstandard() => VerifyDifference(SpecFiles.Jp1Ao);

    [Fact]
    public void Kitchen_sink() => Verify(SpecFiles.Kitchen);

    [Fact]
    public void Kitchen_sink_for_netstandard() => VerifyDifference(SpecFiles.Kitchen);

    private static void Verify(SpecFile[] files, [CallerMemberName] string method = "")
        => SnapshotVerifier.Verify(GeneratorRun.Of(files).AssertCompiles().Files, nameof(SnapshotTests), method);

    // Most code for .NET Standard 2.0 is the same.
    private static void VerifyDifference(SpecFile[] files, [CallerMemberName] string method = "")
        => SnapshotVerifier.VerifyDifference(
            GeneratorRun.Of(Consumer.NetStandard20, files).AssertCompiles().Files, GeneratorRun.Of(files).Files, nameof(SnapshotTests), method);
}
