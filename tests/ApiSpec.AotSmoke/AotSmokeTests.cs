using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ApiSpec.AotSmoke;

/// <summary>Programs that each make one call, written by hand and with two generators, run by .NET and compiled to machine code.</summary>
public sealed class AotSmokeTests(NativePrograms programs, ITestOutputHelper output) : IClassFixture<NativePrograms>
{
    private const string Answer = "rerunStart POST http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke";

    /// <summary>
    /// The call by hand, with the framework's generator, with a client of the whole reference, the same without the features that a project can switch off, and
    /// with a client of only this section.
    /// </summary>
    public static TheoryData<string> OfOneCall { get; } = ["HandWritten", "SystemTextJson", "OneCall", "Lean", "OneSection"];

    [Theory]
    [MemberData(nameof(OfOneCall))]
    public async Task A_program_prints_what_the_server_answered(string program)
    {
        var run = await programs.RunAsync("dotnet", "exec", Managed(program));

        Assert.Equal((0, Answer), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task Native_compilation_has_no_warnings()
    {
        var publish = await programs.BuildAsync();

        Assert.Contains("Generating native code", publish.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", publish.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfOneCall))]
    public async Task Compiled_to_machine_code_a_program_prints_the_same(string program)
    {
        await programs.BuildAsync();

        var watch = Stopwatch.StartNew();
        var run = await programs.RunAsync(programs.PathOf(program));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{program}: {programs.SizeOf(program):N0} bytes, {watch.Elapsed.TotalMilliseconds:F1} ms for a start and a call"));

        Assert.Equal((0, Answer), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task A_program_with_a_client_is_smaller_than_with_the_generator_of_the_framework_and_little_larger_than_by_hand()
    {
        await programs.BuildAsync();

        var size = programs.SizeOf("OneCall");
        Assert.InRange(size, 1, programs.SizeOf("SystemTextJson") - 1);
        Assert.InRange((double)size / programs.SizeOf("HandWritten"), 0, 1.22);
    }

    [Fact]
    public async Task Without_telemetry_and_decompression_a_program_is_hardly_larger_than_by_hand()
    {
        await programs.BuildAsync();

        Assert.InRange((double)programs.SizeOf("Lean") / programs.SizeOf("HandWritten"), 0, 1.09);
    }

    [Fact]
    public async Task A_program_with_its_own_connection_reads_gzip_without_the_other_decompressors_of_the_framework()
    {
        await programs.BuildAsync();
        using var server = new OneAnswer();

        var run = await programs.RunAsync(programs.PathOf("Connected"), server.Address);

        Assert.Equal((0, Answer), (run.ExitCode, run.Output.Trim()));
        Assert.Contains("Accept-Encoding: gzip", await server.RequestAsync(), StringComparison.Ordinal);
        var code = await File.ReadAllBytesAsync(programs.PathOf("Connected"), TestContext.Current.CancellationToken);
        Assert.True(code.AsSpan().IndexOf("GZipStream"u8) >= 0, "The names of types cannot be found in the program.");
        Assert.True(code.AsSpan().IndexOf("BrotliStream"u8) < 0, "The program holds all decompressors of the framework.");
    }

    [Fact]
    public async Task Telemetry_and_decompression_are_on_unless_the_project_switches_them_off()
    {
        var observed = Managed("Observed");
        var on = await programs.RunAsync("dotnet", "exec", observed);
        var off = await programs.RunAsync("dotnet", "exec", "--runtimeconfig", Path.ChangeExtension(Managed("Lean"), ".runtimeconfig.json"), observed);

        Assert.Equal(["rerunStart", "1 activities, 1 measurements"], Lines(on));
        Assert.Equal(
            [
                "Tasks.GetRerunStart (section 9.6.8) answered 200 with a body that contradicts the reference: "
                    + "the body is encoded as 'gzip', which the transport does not decode.",
                "0 activities, 0 measurements",
            ],
            Lines(off));

        static string[] Lines(CommandResult run) => run.Output.ReplaceLineEndings("\n").Trim().Split('\n');
    }

    [Fact]
    public async Task Operations_that_are_not_called_are_left_out()
    {
        await programs.BuildAsync();

        var one = programs.SizeOf("OneCall");
        Assert.InRange((double)one / programs.SizeOf("OneSection"), 0, 1.02);
        Assert.InRange((double)programs.SizeOf("AllCalls") / one, 1.2, double.MaxValue);
    }

    [Theory]
    [InlineData("OneCall")]
    [InlineData("AllCalls")]
    public async Task A_program_whose_operations_have_no_XML_holds_none_of_the_XML_of_the_framework(string program)
    {
        await programs.BuildAsync();

        var code = await File.ReadAllBytesAsync(programs.PathOf(program), TestContext.Current.CancellationToken);
        Assert.True(code.AsSpan().IndexOf("HttpClient"u8) >= 0, "The names of types cannot be found in the program.");
        Assert.True(code.AsSpan().IndexOf("XmlTextReader"u8) < 0, "The program holds System.Private.Xml.");
    }

    private static readonly string[] s_contextOutput = [Answer, "True", """{"Text":"done"}""", """["name","href","method","parameters"]"""];

    [Fact]
    public async Task Generated_types_and_a_JSON_context_share_a_program()
    {
        var run = await programs.RunAsync("dotnet", "exec", Managed("JsonContext"));

        Assert.Equal((0, string.Join('\n', s_contextOutput)), (run.ExitCode, run.Output.ReplaceLineEndings("\n").Trim()));
    }

    [Fact]
    public async Task A_web_application_serves_generated_types_describes_them_and_has_a_JSON_context()
    {
        var action = """{"name":"rerunStart","href":"LINK","method":"POST","parameters":[]}"""
            .Replace("LINK", Answer[(Answer.LastIndexOf(' ') + 1)..], StringComparison.Ordinal);
        string[] expected =
        [
            action,
            $$"""{"note":"ok","actions":[{{action}}]}""",
            """{"$ref":"#/components/schemas/ActionObject"}""",
            """{"type":"string","format":"uri-reference"}""",
            .. s_contextOutput,
        ];

        var managed = await programs.RunAsync("dotnet", "exec", Managed("WebHost"));
        Assert.Equal((0, string.Join('\n', expected)), (managed.ExitCode, managed.Output.ReplaceLineEndings("\n").Trim()));

        await programs.BuildAsync();
        var native = await programs.RunAsync(programs.PathOf("WebHost"));
        Assert.Equal((0, string.Join('\n', expected)), (native.ExitCode, native.Output.ReplaceLineEndings("\n").Trim()));
    }

    [Fact]
    public async Task A_program_that_refers_to_all_operations_has_them_all()
    {
        await programs.BuildAsync();

        var run = await programs.RunAsync(programs.PathOf("AllCalls"));

        var lines = run.Output.ReplaceLineEndings("\n").Trim().Split('\n');
        Assert.Equal((0, Answer), (run.ExitCode, lines[0]));
        Assert.Equal("79 of 79", lines[1]);
    }

    private static string Managed(string program)
        => Repository.PathOf($"tests/ApiSpec.AotSmoke/Programs/{program}/bin/{Repository.Configuration}/net10.0/{program}.dll");
}
