namespace ApiSpec.Package.Tests;

/// <summary>The parts of the projects of the rows.</summary>
internal static class ConsumerCode
{
    /// <summary>The output of <see cref="Program"/> if the call works: the name and the URL in the response of the printed example.</summary>
    public const string Answer = "rerunStart http://10.196.184.238:22015/Automation/v1/objects/Tasks/2026/actions/rerunStart/invoke";

    public const string ToPackage = """<PackageReference Include="ApiSpec" Version="$(ApiSpecVersion)" />""";

    public const string Net48 = """<PackageReference Include="Microsoft.NETFramework.ReferenceAssemblies.net48" Version="1.0.3" PrivateAssets="all" />""";

    /// <summary>A library that needs no feature that a project can switch off.</summary>
    public const string Library = """
        using System;
        using System.Threading.Tasks;
        using App.Jp1ao;

        namespace App
        {
            /// <summary>Asks how to retry a task.</summary>
            public static class Question
            {
                /// <summary>Asks a server.</summary>
                public static async Task<string> AskAsync(Uri server)
                {
                    using (var client = new AutomationClient(server))
                    {
                        var action = await client.Tasks.GetRerunStartAsync(2026).ConfigureAwait(false);
                        return action.Name + " " + action.Href;
                    }
                }
            }
        }

        """;

    public const string Program = """
        System.Console.WriteLine(await App.Question.AskAsync(new System.Uri(args[0])));

        """;

    /// <summary>A test as users of the package write it.</summary>
    public const string Test = """
        using App.Jp1ao;
        using Xunit;

        public sealed class QuestionTests
        {
            [Fact]
            public async Task The_fake_answers_with_the_printed_example()
            {
                using var fake = new AutomationFake();
                using var client = fake.CreateClient();

                var action = await client.Tasks.GetRerunStartAsync(2026, TestContext.Current.CancellationToken);

                Assert.Equal("rerunStart", action.Name);
            }
        }

        """;

    /// <summary>A second reference, independent of the first.</summary>
    public const string OtherApi = """
        api: library
        operation: Books.Get
        function: Returns a book.
        request: GET /library/books/{isbn}
        path:
          isbn: string - Number of the book
        status:
          200 OK: The book was found.
        response:
          title: string - Title of the book

        """;

    /// <summary>A section whose request has a required member.</summary>
    public const string SentBook = """
        api: library
        operation: Books.Add
        request: POST /library/books
        body:
          title: string - Title of the book
        status:
          201 Created: The book was added.

        """;

    /// <summary>Calls the client, and creates a record of a request.</summary>
    public const string BasicProgram = """
        Imports App.Jp1ao
        Imports App.Library

        Module Program
            Sub Main(args As String())
                Dim body As New BooksAddBody With {.Title = "rerunStart"}
                Using client As New AutomationClient(New System.Uri(args(0)))
                    Dim action = client.Tasks.GetRerunStartAsync(2026).GetAwaiter().GetResult()
                    If action.Name = body.Title Then System.Console.WriteLine(action.Name & " " & action.Href)
                End Using
            End Sub
        End Module

        """;

    /// <summary>Does the same as <see cref="BasicProgram"/>.</summary>
    public const string FSharpProgram = """
        open App.Jp1ao
        open App.Library

        let body = BooksAddBody(Title = "rerunStart")
        using (new AutomationClient(System.Uri(System.Environment.GetCommandLineArgs().[1]))) (fun client ->
            let action = client.Tasks.GetRerunStartAsync(2026L).GetAwaiter().GetResult()
            if action.Name = body.Title then printfn "%s %s" action.Name action.Href)

        """;

    public static string Project(string framework, string properties = "", string items = ToPackage, string sdk = "Microsoft.NET.Sdk")
    {
        var frameworks = framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        return $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <{frameworks}>{framework}</{frameworks}>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {items}
              </ItemGroup>
            </Project>

            """;
    }

    /// <summary>Returns one of many sections. It is small, because compiling the code of a thousand sections takes most of the time of the matrix.</summary>
    public static string Section(int number) => $"""
        api: large
        operation: Group{number / 10}.Get{number}
        function: Returns thing {number}.
        request: GET /Large/v1/things{number}/{"{id}"}
        path:
          id: long - Number of the thing
        status:
          200 OK: The thing was found.
          404 Not Found: There is no such thing.
        response:
          name: string - Name of the thing
          size: int or null

        """;
}
