using ApiSpec.Testing;
using Xunit;

namespace ApiSpec.Package.Tests;

/// <summary>A library that keeps its client to itself, an application that uses the library, and tests that fake the library's server.</summary>
public sealed class InternalClientTests(Packages packages) : IDisposable
{
    private const string Modern = "<ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable>";
    private const string Internal = "<ApiSpecAccessibility>internal</ApiSpecAccessibility>";
    private const string ToLibrary = """<ProjectReference Include="../App/App.csproj" />""";

    private readonly ConsumerFolder _folder = new(packages);

    [Fact]
    public async Task The_application_sees_only_the_library_and_the_tests_see_the_client_and_its_fake()
    {
        _folder.Write("Directory.Packages.props", $"""
            <Project>
              <Import Project="{Repository.PathOf("Directory.Packages.props")}" />
              <ItemGroup>
                <PackageVersion Include="ApiSpec" Version="$(ApiSpecVersion)" />
                <PackageVersion Include="ApiSpec.Testing" Version="$(ApiSpecVersion)" />
              </ItemGroup>
            </Project>

            """);
        WriteLibrary();
        WriteApplication();
        WriteTests();
        _folder.Write("all.slnx", """
            <Solution>
              <Project Path="App/App.csproj" />
              <Project Path="Caller/Caller.csproj" />
              <Project Path="Tests/Tests.csproj" />
            </Solution>

            """);

        var build = await _folder.DotnetAsync("build", "all.slnx", "-nologo", "-tl:off");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);

        var tests = await _folder.DotnetAsync("test", "Tests/Tests.csproj", "--no-build", "-nologo");

        Assert.True(tests.ExitCode == 0, tests.Output);
        Assert.Matches(@"Failed:\s+0, Passed:\s+1,", tests.Output);

        await using var server = await StubServer.StartAsync(Repository.FoundingSpec);
        var run = await _folder.DotnetAsync("exec", "Caller/bin/Debug/net10.0/Caller.dll", server.BaseAddress.ToString());

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(
            "App.Retries\nhttp://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke",
            run.Output.Trim().ReplaceLineEndings("\n"));
    }

    public void Dispose() => _folder.Dispose();

    private void WriteLibrary()
    {
        _folder.Write("App/App.csproj", ConsumerCode.Project(
            "net10.0", Modern + Internal, """<PackageReference Include="ApiSpec" /><InternalsVisibleTo Include="Tests" />"""));
        _folder.Copy(Repository.FoundingSpec, "App/rerun-start.apispec.yaml");
        _folder.Write("App/Retries.cs", """
            using App.Jp1ao;

            namespace App;

            public sealed class Retries : IDisposable
            {
                private readonly AutomationClient _client;

                public Retries(Uri server)
                    : this(new AutomationClient(server))
                {
                }

                internal Retries(AutomationClient client) => _client = client;

                public async Task<string> AddressOfAsync(long task) => (await _client.Tasks.GetRerunStartAsync(task)).Href;

                public void Dispose() => _client.Dispose();
            }

            """);
    }

    private void WriteApplication()
    {
        _folder.Write("Caller/Caller.csproj", ConsumerCode.Project(
            "net10.0", Modern + "<OutputType>Exe</OutputType><UseAppHost>false</UseAppHost>", ToLibrary));
        _folder.Write("Caller/Program.cs", """
            using App;

            foreach (var type in typeof(Retries).Assembly.GetExportedTypes())
                Console.WriteLine(type.FullName);
            using var retries = new Retries(new Uri(args[0]));
            Console.WriteLine(await retries.AddressOfAsync(2026));

            """);
    }

    // As the guide on tests says: the project of the tests has the accessibility of the client as well.
    private void WriteTests()
    {
        _folder.Write("Tests/Tests.csproj", ConsumerCode.Project(
            "net10.0",
            Modern + Internal + "<OutputType>Exe</OutputType><IsTestProject>true</IsTestProject><ApiSpecGenerateFake>only</ApiSpecGenerateFake>"
                + "<ApiSpecNamespace>App.Jp1ao</ApiSpecNamespace>",
            ToLibrary + """
            <ApiSpec Include="../App/*.apispec.yaml" />
            <PackageReference Include="ApiSpec.Testing" />
            <PackageReference Include="xunit.v3.mtp-off" />
            <PackageReference Include="xunit.runner.visualstudio" />
            <PackageReference Include="Microsoft.NET.Test.Sdk" />
            """));
        _folder.Write("Tests/RetriesTests.cs", """
            using App;
            using App.Jp1ao;
            using Xunit;

            public sealed class RetriesTests
            {
                [Fact]
                public async Task The_address_is_that_of_the_response()
                {
                    using var fake = new AutomationFake();
                    fake.Tasks.GetRerunStart.RespondWith(fake.Tasks.GetRerunStart.Sample() with { Href = "http://ao/retry" });
                    using var retries = new Retries(fake.CreateClient());

                    Assert.Equal("http://ao/retry", await retries.AddressOfAsync(7));
                    Assert.Equal("7", fake.Tasks.GetRerunStart.SingleRequest().PathValues["id"]);
                }
            }

            """);
    }
}
