using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using ApiSpec.Testing;
using ApiSpec.Tests.Support;
using ApiSpec.Wire.Tests.Running;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ApiSpec.Wire.Tests.Evolution;

/// <summary>
/// The table of the guide about versions is true: callers are compiled with the client of a spec, and then compiled again, and run unchanged, with the client
/// of the edited spec.
/// </summary>
public sealed class EvolutionTests
{
    private const string Missing = "a member is missing";
    private const string Refused = "the call is refused";
    private const string Heading = "## What an edit of a spec does to programs";

    private static readonly Lazy<byte[]> s_before = new(static () => Client(static edit => edit.Before));

    private static readonly Lazy<Callers> s_callers = new(static () => Callers.Compile(s_before.Value, SpecEdit.All));

    [Fact]
    public async Task Table_of_the_guide_says_what_an_edit_does_to_callers()
    {
        var before = s_before.Value;
        var after = Client(static edit => edit.After);
        var old = s_callers.Value;
        Assert.Empty(old.Errors);
        var expected = await old.RunAsync(before);
        var broken = Callers.Compile(after, SpecEdit.All).Errors;
        var compiled = Callers.Compile(after, [.. SpecEdit.All.Where(edit => !broken.Contains(edit.Group))]);
        Assert.Empty(compiled.Errors);
        var recompiled = await compiled.RunAsync(after);
        var binaries = await old.RunAsync(after);

        var actual = SpecEdit.All.Select(edit => (
            edit.Row,
            recompiled.TryGetValue(edit.Group, out var calls) ? Effect(expected[edit.Group], calls) : "no",
            Effect(expected[edit.Group], binaries[edit.Group])));

        // Edits of the same row have the same effect.
        Assert.Equal(Table().Order(), actual.Distinct().Order());
    }

    [Fact]
    public async Task Callers_run_with_the_client_that_they_were_compiled_with()
        => Assert.All(
            await s_callers.Value.RunAsync(s_before.Value),
            static result => Assert.DoesNotContain(result.Value, static call => call is Missing or Refused));

    private static string Effect(IReadOnlyList<string> before, IReadOnlyList<string> after) => after switch
    {
        [Missing] => "no",
        [.., Refused] => "throws before sending",
        _ when before.SequenceEqual(after) => "yes",
        _ when before.Select(PathOf).Distinct().SequenceEqual(after.Select(PathOf).Distinct())
            => before.Count == after.Count ? "sends other values" : "requests the other pages too",
        _ => "calls another operation",
    };

    private static string PathOf(string call) => call.Split('?')[0];

    private static IEnumerable<(string Row, string Source, string Binary)> Table()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "runtime", "docs", "versioning.md"));
        var start = page.IndexOf(Heading, StringComparison.Ordinal);
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return page[start..end].Split('\n')
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(2)
            .Select(static line => line.Split('|'))
            .Select(static cells => (cells[1].Trim(), cells[2].Trim(), cells[3].Trim()));
    }

    private static byte[] Client(Func<SpecEdit, string[]> sections)
    {
        var specs = SpecEdit.All
            .SelectMany(edit => sections(edit).Select((section, index) => new SpecDocument(
                $"{edit.Group}-{index}.apispec.yaml", "api: evo\n" + section.Replace("GROUP", edit.Group, StringComparison.Ordinal))))
            .Prepend(new SpecDocument("evo.apispec.yaml", "api: evo\nclient: EvoClient\nnamespace: Evo\nroles: [Admin, User]\n"));
        // An operation that takes the name of an action is reported.
        return GeneratedProject.Of([.. specs]).Emit(expected: "APISPEC0223");
    }

    /// <summary>The code that calls, compiled.</summary>
    private sealed class Callers(IReadOnlyCollection<SpecEdit> edits, byte[]? image, IReadOnlyCollection<string> errors)
    {
        /// <summary>The groups whose callers do not compile.</summary>
        public IReadOnlyCollection<string> Errors => errors;

        public static Callers Compile(byte[] client, IReadOnlyCollection<SpecEdit> edits)
        {
            var (image, diagnostics) = GeneratedProject.CompileCallers(client, edits.Select(static edit => (edit.Group, edit.Code)));
            return new Callers(edits, image, [.. diagnostics.Select(static diagnostic => diagnostic.Location.SourceTree!.FilePath).Distinct()]);
        }

        /// <summary>Runs the callers of each group with a client, as a program does whose library was replaced, and returns the calls of each.</summary>
        public async Task<Dictionary<string, IReadOnlyList<string>>> RunAsync(byte[] client)
        {
            var context = new AssemblyLoadContext(null, isCollectible: true);
            var library = context.LoadFromStream(new MemoryStream(client));
            context.Resolving += (_, name) => name.Name == library.GetName().Name ? library : null;
            var program = context.LoadFromStream(new MemoryStream(image!));
            var results = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var edit in edits)
            {
                var server = new Server();
                using var instance = (IDisposable)Activator.CreateInstance(
                    library.GetType("Evo.EvoClient")!, new Uri("http://localhost"), new ApiClientOptions { Handler = server })!;
                try
                {
                    await (Task)program.GetType("Callers." + edit.Group)!.GetMethod("Run")!
                        .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [instance], null)!;
                    results.Add(edit.Group, server.Calls);
                }
                catch (Exception exception) when (exception is MissingMemberException or TypeLoadException)
                {
                    results.Add(edit.Group, [Missing]);
                }
                catch (ArgumentException)
                {
                    results.Add(edit.Group, [.. server.Calls, Refused]);
                }
            }

            return results;
        }
    }

    private sealed class Server : HttpMessageHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add(request.Method + " " + request.RequestUri!.PathAndQuery);
            var group = request.RequestUri.Segments[1].TrimEnd('/');
            var items = $$"""[{"name":"{{Calls.Count}}"}]""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$"""{"name":"n","count":1,"state":"a","href":"/{{group}}/1/invoke","items":{{items}},"total":2}""", Encoding.UTF8, "application/json"),
            });
        }
    }
}
