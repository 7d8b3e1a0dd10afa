using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary><c>.ci/site</c> can only be left out without a network. Other errors fail, so that the check does not stop unnoticed.</summary>
public sealed class SiteScriptTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("error NU1301: Unable to load the service index for source https://feed.example/v3/index.json.", 1, 2)]
    [InlineData("Failed to load NuGet source https://feed.example/v3/index.json", 1, 2)]
    [InlineData("Still restoring", 124, 2)]
    [InlineData("Version 9.9.9 of package docfx is not found in NuGet feeds https://feed.example/v3/index.json.", 1, 1)]
    [InlineData("Json parsing error in file dotnet-tools.json", 1, 1)]
    public async Task Only_an_error_of_the_network_leaves_the_site_out(string message, int code, int expected)
    {
        Assert.SkipUnless(InstalledProgram.Find("bash") is not null, "There is no bash.");
        _folder.Write("dotnet", $"#!/usr/bin/env bash\necho '{message}'\nexit {code}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(_folder.Root, "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var path = _folder.Root + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");

        var run = await _folder.RunAsync(
            "", ["bash", Repository.PathOf(".ci/site"), "--no-build"], new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = path });

        Assert.Equal(expected, run.ExitCode);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
    }
}
