using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>Projects that name the roles of their account, in builds as a pipeline runs them.</summary>
public sealed partial class CallerRolesTests(Packages packages) : IDisposable
{
    private const string Mark = "// too much";

    /// <summary>Calls an operation that 'Submit' may call, and two that it may not.</summary>
    private const string Program = $$"""
        using App.Library;

        using var client = new LibraryClient(new System.Uri("http://127.0.0.1"));
        System.Console.WriteLine((await client.Books.GetAsync(1)).Title);
        System.Console.WriteLine((await client.Books.GetLenderAsync(1)).Title); {{Mark}}
        await ShowAsync(client.Books);

        static async System.Threading.Tasks.Task ShowAsync(IBooksClient books)
        {
            System.Console.WriteLine((await books.GetAsync(2)).Title);
            System.Console.WriteLine((await books.GetPriceAsync(2)).Title); {{Mark}}
        }

        """;

    private static readonly int[] s_marked =
        [.. Program.Split('\n').Index().Where(static line => line.Item.Contains(Mark, StringComparison.Ordinal)).Select(static line => line.Index + 1)];

    private readonly ConsumerFolder _folder = new(packages);

    [Fact]
    public async Task A_build_warns_at_exactly_the_calls_that_the_roles_do_not_allow_and_fails_on_request()
    {
        _folder.Write("get.apispec.yaml", Section("Books.Get", "", "Submit, Admin"));
        _folder.Write("get-lender.apispec.yaml", Section("Books.GetLender", "/lender", "Admin"));
        _folder.Write("get-price.apispec.yaml", Section("Books.GetPrice", "/price", "Modify, Admin"));
        _folder.Write("Program.cs", Program);
        Write("Silent", "");
        Write("Submit", Roles("Submit"));
        Write("Several", Roles("Guest;Submit"));
        Write("Allowed", Roles("Submit;Admin"));
        Write("Strict", Roles("Submit") + "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        _folder.Write("roles.slnx", """
            <Solution>
              <Project Path="Silent/Silent.csproj" />
              <Project Path="Submit/Submit.csproj" />
              <Project Path="Several/Several.csproj" />
              <Project Path="Allowed/Allowed.csproj" />
              <Project Path="Strict/Strict.csproj" />
            </Solution>

            """);

        var build = await _folder.DotnetAsync("build", "roles.slnx", "-nologo", "-tl:off", "-clp:NoSummary");

        Assert.True(build.ExitCode == 1, build.Output);
        Assert.Equal(
            [.. At("Several", "warning"), .. At("Strict", "error"), .. At("Submit", "warning")],
            MessagesOf(build));
        Assert.Contains("'BooksClient.GetLenderAsync' needs the role 'Admin', but this code calls as 'Submit'", build.Output, StringComparison.Ordinal);
        Assert.Contains(
            "'IBooksClient.GetPriceAsync' needs one of the roles 'Modify', 'Admin', but this code calls as 'Guest', 'Submit'", build.Output,
            StringComparison.Ordinal);

        var pipeline = await _folder.DotnetAsync(
            "build", "Submit/Submit.csproj", "-warnaserror:APISPEC0400", "--no-incremental", "--no-restore", "-nologo", "-tl:off", "-clp:NoSummary");

        Assert.True(pipeline.ExitCode == 1, pipeline.Output);
        Assert.Equal(At("Submit", "error"), MessagesOf(pipeline));
    }

    public void Dispose() => _folder.Dispose();

    private static string Roles(string roles) => $"<ApiSpecCallerRoles>{roles}</ApiSpecCallerRoles>";

    private static string Section(string operation, string path, string roles) => $$"""
        api: library
        operation: {{operation}}
        function: Returns a book.
        roles: [{{roles}}]
        request: GET /library/books/{id}{{path}}
        path:
          id: long - Number of the book
        status:
          200 OK: The book was found.
        response: Book
        {{(path.Length == 0 ? "schemas:\n  Book:\n    title: string - Title of the book" : "")}}

        """;

    // All projects compile the same program from the same specs.
    private void Write(string name, string properties)
        => _folder.Write($"{name}/{name}.csproj", ConsumerCode.Project(
            "net10.0", $"<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost><RootNamespace>App</RootNamespace>{properties}",
            ConsumerCode.ToPackage + """<ApiSpec Include="../*.apispec.yaml" /><Compile Include="../Program.cs" />"""));

    private static IEnumerable<string> At(string project, string severity)
        => s_marked.Select(line => string.Create(CultureInfo.InvariantCulture, $"{project}: {severity} APISPEC0400 in line {line}"));

    /// <summary>Returns all warnings and errors of a build, each once, by project and line.</summary>
    private static IEnumerable<string> MessagesOf(CommandResult build)
        => Message().Matches(build.Output)
            .Select(static message => (Project: message.Groups["project"].Value, Text: $"{message.Groups["text"].Value} in line {message.Groups["line"].Value}",
                Line: message.Groups["line"].Value))
            .Distinct().OrderBy(static message => message.Project, StringComparer.Ordinal)
            .ThenBy(static message => int.TryParse(message.Line, CultureInfo.InvariantCulture, out var line) ? line : 0)
            .Select(static message => $"{message.Project}: {message.Text}");

    [GeneratedRegex(
        @"^\s*(?:\S*?(?:\((?<line>\d+),\d+\))?\s?: )?(?<text>(?:error|warning) \w+): .*\[.*?(?<project>\w+)\.csproj(?:::[^\]]*)?\]\s*$",
        RegexOptions.Multiline)]
    private static partial Regex Message();
}
