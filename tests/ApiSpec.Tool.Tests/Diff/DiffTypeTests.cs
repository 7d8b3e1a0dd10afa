using ApiSpec.Tool.Tests.Support;
using static ApiSpec.Tool.Tests.Diff.DiffedPorts;

namespace ApiSpec.Tool.Tests.Diff;

/// <summary>The findings of <c>apispec diff</c> about types that are written in another form.</summary>
public sealed class DiffTypeTests : IDisposable
{
    private readonly ToolFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("boolean", "boolean as 1|0")]
    [InlineData("boolean as 1|0", "boolean as yes|no")]
    [InlineData("date-time", "date-time as \"YYYY/MM/DD hh:mm\"")]
    [InlineData("epoch", "epoch-ms")]
    public async Task Value_that_is_written_otherwise_has_another_type(string old, string current)
    {
        _folder.WritePorts("old", Section.Replace("total: int", "total: " + old, StringComparison.Ordinal), Api);
        _folder.WritePorts("new", Section.Replace("total: int", "total: " + current, StringComparison.Ordinal), Api);

        Assert.Contains(
            "response-type-changed: Ports.Change: 'total' was " + old + ", and is " + current,
            (await _folder.RunAsync("diff", "old", "new")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date-time", "date-time or epoch", "response-type-changed")]
    [InlineData("date-time or epoch", "date-time", "response-type-narrowed")]
    public async Task Date_and_time_that_can_be_a_number_is_wider(string old, string current, string expected)
    {
        _folder.WritePorts("old", Section.Replace("total: int", "total: " + old, StringComparison.Ordinal), Api);
        _folder.WritePorts("new", Section.Replace("total: int", "total: " + current, StringComparison.Ordinal), Api);

        Assert.Contains(
            expected + ": Ports.Change: 'total' was " + old + ", and is " + current,
            (await _folder.RunAsync("diff", "old", "new")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as comma", "as \"[a,b]\"")]
    [InlineData("as \"[a,b]\"", "as \"(a,b)\"")]
    [InlineData("as \"[a,b]\"", "as \"[a|b]\"")]
    public async Task List_that_is_written_otherwise_has_another_type(string old, string current)
    {
        _folder.WritePorts("old", Section.Replace("trace: string", "trace: int[] " + old, StringComparison.Ordinal), Api);
        _folder.WritePorts("new", Section.Replace("trace: string", "trace: int[] " + current, StringComparison.Ordinal), Api);

        Assert.Contains(
            "request-type-changed: Ports.Change: query trace was " + old + ", and is " + current,
            (await _folder.RunAsync("diff", "old", "new")).Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv", "{ job: int }")]
    [InlineData("{ job: int }", "text/csv")]
    [InlineData("text/csv", "text/plain")]
    [InlineData("application/zip", "text/csv")]
    public async Task Body_of_one_status_in_another_format_breaks_programs(string old, string current)
    {
        const string Row = "  202 Accepted:\n    response: ";
        _folder.WritePorts("old", Section.Replace("  404 Not", Row + old + "\n  404 Not", StringComparison.Ordinal), Api);
        _folder.WritePorts("new", Section.Replace("  404 Not", Row + current + "\n  404 Not", StringComparison.Ordinal), Api);

        Assert.Contains("breaking response-", (await _folder.RunAsync("diff", "old", "new")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date-time", "timezone: Asia/Tokyo\n", "response-type-changed: Ports.Change: 'total' was date-time, and is date-time in Asia/Tokyo")]
    [InlineData("date-time as \"YYYY-MM-DDThh:mm:ssTZD\"", "timezone: Asia/Tokyo\n", null)]
    [InlineData("date-time", "", null)]
    public async Task Time_zone_is_a_part_of_values_without_one(string type, string key, string? expected)
    {
        var section = Section.Replace("total: int", "total: " + type, StringComparison.Ordinal);
        _folder.WritePorts("old", section, Api);
        _folder.WritePorts("new", section, Api.Replace("schemas:", key + "schemas:", StringComparison.Ordinal));

        var output = (await _folder.RunAsync("diff", "old", "new")).Output;
        if (expected is null)
            Assert.DoesNotContain("response-type-changed", output, StringComparison.Ordinal);
        else
            Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0: Success", "0: Success, again", "info words-changed: Ports.Change: the words about the value '0' of 'total' changed")]
    [InlineData("0: Success", "0: Done", "warning value-name-changed: Ports.Change: the value '0' of 'total' was named 'Success', and is named 'Done'")]
    [InlineData("106: Disk full", "107: Disk full", "warning response-enum-widened: Ports.Change: 'total' has the value '107'")]
    [InlineData("106: Disk full", "107: Disk full", "info response-type-narrowed: Ports.Change: 'total' no longer has the value '106'")]
    [InlineData("106: Disk full", "0x6A: Disk full", null)]
    [InlineData("\n      106: Disk full", "", "info response-type-narrowed: Ports.Change: 'total' no longer has the value '106'")]
    [InlineData(
        "\n    values:\n      0: Success\n      106: Disk full", "", "info words-changed: Ports.Change: the words about the values of 'total' changed")]
    public async Task Numbers_with_names_are_compared_like_an_enum(string old, string current, string? expected)
    {
        const string Numbers = "total:\n    type: int\n    values:\n      0: Success\n      106: Disk full\n";
        var section = Section.Replace("total: int\n", Numbers, StringComparison.Ordinal);
        Assert.Contains(old, section, StringComparison.Ordinal);
        _folder.WritePorts("old", section, Api);
        _folder.WritePorts("new", section.Replace(old, current, StringComparison.Ordinal), Api);
        var run = await _folder.RunAsync("diff", "old", "new");
        if (expected is null)
            Assert.Equal("No changes.\n", run.Output);
        else
            Assert.Contains("): " + expected + "\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
        Assert.Equal(expected is null, (await _folder.RunAsync("diff", "new", "old")).Output == "No changes.\n");
    }

    [Theory]
    [InlineData("mode?: enum fast|slow", "106: Disk full", "", "breaking request-type-changed: Ports.Change: query mode no longer has the value '106'")]
    [InlineData("mode?: enum fast|slow", "106", "107", "info request-type-widened: Ports.Change: query mode has the value '107'")]
    public async Task Numbers_of_a_request_are_compared_like_an_enum(string row, string old, string current, string expected)
    {
        const string Numbers = "mode?:\n    type: int\n    values:\n      0: Success\n      106: Disk full";
        var section = Section.Replace(row, Numbers, StringComparison.Ordinal);
        _folder.WritePorts("old", section, Api);
        _folder.WritePorts("new", section.Replace(old, current, StringComparison.Ordinal), Api);
        Assert.Contains("): " + expected + "\n", (await _folder.RunAsync("diff", "old", "new")).Output, StringComparison.Ordinal);
    }
}
