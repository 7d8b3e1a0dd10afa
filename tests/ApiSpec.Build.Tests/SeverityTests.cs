using System.Text.RegularExpressions;
using Xunit;

namespace ApiSpec.Build.Tests;

/// <summary>Tests the claims of <c>generator/docs/README.md</c> about the severity of rules, in one build.</summary>
public sealed class SeverityTests
{
    private const string Section = """
        request: GET /Automation/v1/objects/Tasks

        status:
          200 OK: Processing has been successfully completed.

        response:
          name: string
          status: enum running|failed

        examples:
          - request header: |
              GET /Automation/v1/objects/Tasks?pageSize=10 HTTP/1.1
            response header: |
              HTTP/1.1 200 Success
            response body: |
              { "name" : "daily", "status" : "waiting", "owner" : "system" }
          - response header: |
              HTTP/1.1 202 Accepted

        """;

    [Fact]
    public async Task Global_configuration_and_properties_of_the_project_change_severities_and_editor_configuration_does_not()
    {
        using var folder = new ScratchFolder();
        folder.Write("app.csproj", FreshProject.Text(
            "<NoWarn>$(NoWarn);APISPEC0303</NoWarn><WarningsAsErrors>$(WarningsAsErrors);APISPEC0307</WarningsAsErrors>"));
        folder.Write("list-tasks.apispec.yaml", Section);
        // The compiler looks for configuration in the folders of C# files and their parents.
        folder.Write("Program.cs", "internal static class Program;");
        folder.Write(".globalconfig", """
            is_global = true
            dotnet_diagnostic.APISPEC0115.severity = warning
            dotnet_diagnostic.APISPEC0306.severity = warning
            dotnet_diagnostic.APISPEC0310.severity = none

            """);
        folder.Write(".editorconfig", """
            root = true
            [*]
            dotnet_diagnostic.APISPEC0312.severity = none
            [*.yaml]
            dotnet_diagnostic.APISPEC0312.severity = none

            """);

        var build = await FreshProject.BuildAsync(folder);

        var reported = Regex.Matches(build.Output, @"list-tasks\.apispec\.yaml\((?<place>[\d,]+)\): (?<what>\w+ APISPEC\d{4})")
            .Select(static match => match.Groups["place"].Value + " " + match.Groups["what"].Value)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "1,10 warning APISPEC0115",
                "14,20 error APISPEC0307",
                "16,38 warning APISPEC0312",
                "18,16 warning APISPEC0306",
            ],
            reported);
        Assert.NotEqual(0, build.ExitCode);
    }
}
