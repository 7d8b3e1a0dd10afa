using System.Text;

namespace ApiSpec.Tool.Tests.Support;

/// <summary>A folder of specs, and the tool that runs in it.</summary>
internal sealed class ToolFolder : IDisposable
{
    public ToolFolder() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "apispec-tool-" + Guid.NewGuid().ToString("N"));

    public ToolFolder Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Root, name));

    /// <summary>Runs a command line.</summary>
    public Task<ToolRun> RunAsync(params string[] args) => RunInAsync(Root, args);

    /// <summary>Runs a command line in another folder.</summary>
    public static async Task<ToolRun> RunInAsync(string folder, params string[] args)
    {
        using var output = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        using var error = new StringWriter(new StringBuilder()) { NewLine = "\n" };
        var code = await ToolProgram.RunAsync(args, new ToolConsole(output, error, folder, UsesColor: false), TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

/// <summary>The exit code and the output of a command.</summary>
internal sealed record ToolRun(int Code, string Output, string Error);
