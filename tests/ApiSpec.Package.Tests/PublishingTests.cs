using System.Diagnostics;
using System.Reflection;
using ApiSpec.Testing;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>A program with the package, published for a machine without .NET.</summary>
public sealed class PublishingTests(Packages packages) : IDisposable
{
    private readonly ConsumerFolder _folder = new(packages);

    [Fact]
    public async Task A_program_that_is_trimmed_into_one_file_calls_the_server_and_the_trimmer_has_nothing_to_warn_of()
    {
        _folder.Write("App.csproj", ConsumerCode.Project("net10.0", $"""
            <OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <RuntimeIdentifier>{RuntimeIdentifier}</RuntimeIdentifier><SelfContained>true</SelfContained>
            <PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn><PublishSingleFile>true</PublishSingleFile><DebugType>none</DebugType>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            """));
        _folder.Write("Question.cs", ConsumerCode.Library);
        _folder.Write("Program.cs", ConsumerCode.Program);
        _folder.Copy(Repository.FoundingSpec, "rerun-start.apispec.yaml");

        var publish = await _folder.DotnetAsync("publish", "-nologo", "-o", "published");
        Assert.True(publish.ExitCode == 0, publish.Output);
        Assert.DoesNotContain("warning", publish.Output, StringComparison.Ordinal);

        var program = Assert.Single(Directory.EnumerateFiles(_folder.PathOf("published")));
        await using var server = await StubServer.StartAsync(Repository.FoundingSpec);
        var start = new ProcessStartInfo(program, [server.BaseAddress.ToString()]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ConsumerCode.Answer), (process.ExitCode, output.Trim()));
    }

    public void Dispose() => _folder.Dispose();

    private static string RuntimeIdentifier { get; } =
        typeof(PublishingTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "RuntimeIdentifier").Value!;
}
