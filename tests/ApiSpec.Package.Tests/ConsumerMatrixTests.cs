using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>The packages, used by projects outside this checkout.</summary>
public sealed class ConsumerMatrixTests(ConsumerMatrix matrix) : IClassFixture<ConsumerMatrix>
{
    public static TheoryData<string> Accepted => [.. ConsumerRows.All.Where(static row => row.ExpectedError is null).Select(static row => row.Name)];

    public static TheoryData<string> Refused => [.. ConsumerRows.All.Where(static row => row.ExpectedError is not null).Select(static row => row.Name)];

    public static TheoryData<string> Programs => [.. ConsumerRows.All.Where(static row => row.Program is not null).Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_project_restores_without_a_network_and_builds_without_a_warning(string name)
    {
        var row = RowOf(name);
        Assert.Empty(matrix.MessagesOf(row, "error"));
        Assert.Empty(matrix.MessagesOf(row, "warning"));
        Assert.True(matrix.IsBuilt(row), matrix.Output);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_project_that_is_not_supported_gets_one_error_that_says_what_to_do(string name)
    {
        var row = RowOf(name);
        // The compiler adds the link of a rule in brackets.
        Assert.StartsWith(row.ExpectedError!, Assert.Single(matrix.MessagesOf(row, "error")), StringComparison.Ordinal);
        Assert.Empty(matrix.MessagesOf(row, "warning"));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_program_calls_the_server(string name)
    {
        var row = RowOf(name);
        Assert.SkipWhen(row.IsForFramework && FrameworkRuntime.Missing is not null, FrameworkRuntime.Missing ?? "");
        var run = matrix.RunOf(row);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(ConsumerCode.Answer, run.Output.Trim());
    }

    [Fact]
    public void The_tests_of_a_project_that_fakes_the_server_pass()
    {
        var run = matrix.RunOf(RowOf("test project with a fake server"));

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Matches(@"Failed:\s+0, Passed:\s+1,", run.Output);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Nothing_of_the_generator_reaches_the_output_folder(string name)
    {
        var row = RowOf(name);
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(Path.Combine(matrix.FolderOf(row), row.Program!))!, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName).ToList();

        Assert.Contains("ApiSpec.dll", files);
        Assert.DoesNotContain(files, static file => file!.Contains("Generator", StringComparison.Ordinal)
            || file.Contains("Yaml", StringComparison.OrdinalIgnoreCase) || file.Contains("CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Generated_files_on_disk_stand_below_the_name_of_the_generator_and_their_paths_stay_short()
    {
        var folder = Path.Combine(matrix.FolderOf(RowOf("generated files on disk")), "generated");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(static file => file.StartsWith("ApiSpec.Generator/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(files);
        // Windows allows 260 characters; the rest is for the folder of the project.
        Assert.All(files, static file => Assert.Matches(@"^ApiSpec\.Generator/ApiSpec\.Generator\.ApiSpecGenerator/[\w.]{1,110}\.g\.cs$", file));
    }

    [Fact]
    public async Task An_edited_spec_is_among_the_files_that_dotnet_watch_looks_at()
    {
        var row = RowOf("linked specs of another folder");
        var list = await matrix.DotnetAsync(row, "watch", "--list");

        Assert.Contains(list.Output.Split('\n'), static line => line.Trim().EndsWith("rerun-start.apispec.yaml", StringComparison.Ordinal));
    }

    private static ConsumerRow RowOf(string name) => ConsumerRows.All.Single(row => row.Name == name);
}
