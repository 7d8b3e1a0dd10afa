using System.Globalization;
using System.Text;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Fuzz.Tests;

/// <summary>Files that are made to be expensive do not delay a build.</summary>
/// <remarks>
/// Processor time is measured, so that a busy machine does not matter. In a release build (-c Release), most files take less than a second, and none takes
/// two. The limit leaves room for a slow machine, and still distinguishes a second from a minute.
/// </remarks>
public sealed class BoundedCostTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Names => [.. HostileFiles.All.Keys];

    public static TheoryData<string> Projects => [.. HostileProjects.All.Keys];

    [Fact]
    public void A_file_of_ten_million_characters_has_one_diagnostic()
    {
        var parsed = SpecReader.Read(
            "a.apispec.yaml", "operation: Tasks.Get\nrequest: GET /tasks\n" + HostileFiles.Repeat(1_000_000, static _ => "# comment\n"),
            CancellationToken.None);

        Assert.Equal("APISPEC0001", Assert.Single(parsed.Diagnostics).Rule.Id);
        Assert.Null(parsed.File);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_read_bound_and_generated_in_bounded_time(string name) => AssertBounded(name, HostileFiles.All[name]());

    [Theory]
    [MemberData(nameof(Projects))]
    public void Hostile_files_are_read_bound_and_generated_in_bounded_time(string name) => AssertBounded(name, HostileProjects.All[name]());

    private static void AssertBounded(string name, params string[] texts)
    {
        Assert.All(texts, static text => Assert.InRange(text.Length, 0, SpecReader.MaximumLength));
        var start = Environment.CpuUsage.TotalTime;
        var steps = new StringBuilder();

        // The same stack size as in a worker of the compiler, so that deep recursion fails here first.
        var run = new Thread(() => Run(texts, start, steps), maxStackSize: 1024 * 1024) { IsBackground = true };
        run.Start();

        Assert.True(run.Join(TimeSpan.FromMinutes(2)), "It does not come to an end." + steps);
        TestContext.Current.TestOutputHelper?.WriteLine(name + steps);
        var time = Environment.CpuUsage.TotalTime - start;
        Assert.True(time < TimeLimit, name + " takes too long:" + steps);
    }

    private static void Run(string[] texts, TimeSpan start, StringBuilder steps)
    {
        var parsed = texts.Select(static (text, i) => SpecProject.Read(string.Create(CultureInfo.InvariantCulture, $"a{i}.apispec.yaml"), text)).ToList();
        Step("read");
        var project = SpecProject.Of(parsed);
        Step("bound");
        var diagnostics = project.Diagnostics.Count();
        Step("located");
        var files = GeneratedCode.Of(project.Bound, GeneratedCode.Net100).ToList();
        Step("generated");
        steps.Append(
            CultureInfo.InvariantCulture,
            $"; {diagnostics} diagnostics, {files.Count} files of {files.Sum(static file => (long)file.Text.Length):N0} characters");

        void Step(string what) => steps.Append(CultureInfo.InvariantCulture, $", {what} at {(Environment.CpuUsage.TotalTime - start).TotalMilliseconds:F0} ms");
    }
}
