using System.Diagnostics;

namespace ApiSpec.Tool.Tests.Export;

/// <summary>The file that an export writes, and the API that it chooses.</summary>
public sealed class ExportFileTests : IDisposable
{
    private readonly ExportFolder _folder = new ExportFolder().Write("api", "api: demo\nclient: DemoClient\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_is_exported_of_specs_with_errors()
    {
        _folder.Write("get", "operation: Ports.Get\nrequest: GET /ports\nstatus: [200]\nresponse: Missing\n");
        var run = await _folder.RunAsync("-o", "out.json");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("get.apispec.yaml(4,11): error APISPEC0200: Unknown type 'Missing'", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Root, "out.json")));
    }

    [Fact]
    public async Task A_file_is_replaced_only_on_request()
    {
        _folder.Write("get", "operation: Ports.Get\nrequest: GET /ports\nstatus: [200]\n");
        var file = Path.Combine(_folder.Root, "deep", "out.json");
        Assert.Equal(0, (await _folder.RunAsync("-o", "deep/out.json")).Code);
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var kept = await _folder.RunAsync("-o", "deep/out.json");
        Assert.Equal((2, "'deep/out.json' exists; use --force to overwrite it.\n"), (kept.Code, kept.Error));
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await _folder.RunAsync("-o", "deep/out.json", "--force")).Code);
        Assert.StartsWith("{", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["out.json"], Directory.EnumerateFiles(Path.Combine(_folder.Root, "deep")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_link_is_followed_and_no_device_is_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows, and its pipes are no files.");
        _folder.Write("get", "operation: Ports.Get\nrequest: GET /ports\nstatus: [200]\n");
        var (file, link, pipe) = (PathOf("real.json"), PathOf("link.json"), PathOf("pipe"));
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(link, "real.json");
        File.CreateSymbolicLink(PathOf("to-new.json"), "new.json");
        using (var process = Process.Start("mkfifo", pipe))
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(PathOf("to-pipe"), "pipe");
        Assert.Equal(0, (await _folder.RunAsync("-o", "link.json", "--force")).Code);
        Assert.Equal("real.json", new FileInfo(link).LinkTarget);
        Assert.StartsWith("{", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Equal(0, (await _folder.RunAsync("-o", "to-new.json")).Code);
        Assert.True(File.Exists(PathOf("new.json")));

        foreach (var path in new[] { "pipe", "to-pipe" })
        {
            var refused = await _folder.RunAsync("-o", path, "--force");
            Assert.Equal((2, $"'{path}' is a device or a pipe; leave out the path to write to the standard output.\n"), (refused.Code, refused.Error));
        }

        Assert.Equal("pipe", new FileInfo(PathOf("to-pipe")).LinkTarget);

        string PathOf(string name) => Path.Combine(_folder.Root, name);
    }

    [Fact]
    public async Task Of_several_APIs_one_is_chosen()
    {
        _folder.Write("other", "api: other\nclient: OtherClient\n");
        _folder.Write("get", "api: other\noperation: Ports.Get\nrequest: GET /ports\nstatus: [200]\n");
        var run = await _folder.RunAsync();
        Assert.Equal((2, "The specs describe several APIs; choose one of them with --api: demo, other.\n"), (run.Code, run.Error));
        Assert.Equal(
            (2, "No spec belongs to the API 'third'; the specs have demo, other.\n"), ((run = await _folder.RunAsync("--api", "third")).Code, run.Error));
        Assert.Equal("OtherClient", (string?)ExportFolder.At((await _folder.ExportAsync("--api", "other")).Document, "info", "title"));
    }
}
