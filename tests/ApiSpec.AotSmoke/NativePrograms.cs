using Xunit;

namespace ApiSpec.AotSmoke;

/// <summary>The programs, compiled ahead of time once for all tests.</summary>
public sealed class NativePrograms : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Lazy<Task<CommandResult>> _published;

    public NativePrograms() => _published = new Lazy<Task<CommandResult>>(PublishAsync);

    /// <summary>The reason why the programs cannot be compiled on this machine; null: they can.</summary>
    public static string? Obstacle { get; } = OperatingSystem.IsWindows()
        ? "The linker of Windows is not looked for."
        : Array.Exists(["clang", "gcc"], IsOnPath) ? null : "Native AOT links with clang or gcc, and neither is on the PATH.";

    /// <summary>Compiles all programs once. Skips the test if this machine cannot.</summary>
    internal async Task<CommandResult> BuildAsync()
    {
        Assert.SkipUnless(Obstacle is null, Obstacle ?? "");
        var result = await _published.Value;
        Assert.True(result.ExitCode == 0, result.Output);
        return result;
    }

    internal string PathOf(string program) => Path.Combine(_folder.Root, program, program);

    internal long SizeOf(string program) => new FileInfo(PathOf(program)).Length;

    internal Task<CommandResult> RunAsync(params string[] command) => _folder.RunAsync("", command);

    public void Dispose() => _folder.Dispose();

    private static bool IsOnPath(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, name)));

    private Task<CommandResult> PublishAsync()
        // The dependencies of the programs are not in their solution file. They would be built again in a different configuration than the tests.
        => _folder.DotnetAsync(
            "publish",
            Repository.PathOf("tests/ApiSpec.AotSmoke/Programs/Programs.slnx"),
            "-nologo",
            "-c",
            Repository.Configuration,
            "-p:ShouldUnsetParentConfigurationAndPlatform=false",
            "-p:AotSmokeOutput=" + _folder.Root);
}
