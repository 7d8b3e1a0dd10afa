using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Example.Nests;
using Xunit;

namespace ApiSpec.References.Tests.Hostile;

/// <summary>
/// Hostile JSON for generated readers of recursive records and unions is read, or rejected with the typed exception, in time and memory proportional to
/// its length.
/// </summary>
public sealed class HostileJsonTests
{
    // For longer runs, set the variable; see tests/README.md.
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("APISPEC_JSON_INPUTS"), CultureInfo.InvariantCulture, out var count)
        ? count
        : 4000;

    [Fact]
    public void Any_json_is_read_or_refused_with_the_typed_exception_and_bounded_work()
    {
        Read(new HostileJson(0, 1000).Make());
        var read = 0;
        for (var seed = 1; seed <= Inputs; seed++)
        {
            var text = new HostileJson(seed, seed % 50 == 0 ? 100_000 : 2000).Make();
            var watch = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var response = Read(text);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var elapsed = watch.Elapsed;

            Assert.True(elapsed < TimeSpan.FromSeconds(5), $"Seed {seed} took {elapsed} for {text.Length} characters.");
            Assert.True(allocated < 2_000_000 + (text.Length * 1000L), $"Seed {seed} allocated {allocated} bytes for {text.Length} characters.");
            if (response is null)
                continue;
            read++;
            CheckIsUsable(response, seed);
        }

        Assert.True(read > Inputs / 20, $"Only {read} of {Inputs} texts could be read: they show little.");
    }

    // Values that were accepted can be printed, compared and written.
    private static void CheckIsUsable(PoliciesGetResponse response, int seed)
    {
        Assert.NotNull(response.ToString());
        var json = PoliciesGetResponse.Json.ToJson(response);
        var again = PoliciesGetResponse.Json.Parse(json);
        Assert.True(
            string.Equals(json, PoliciesGetResponse.Json.ToJson(again), StringComparison.Ordinal),
            $"Seed {seed} is written differently when it is read again.");
        foreach (var raw in new[] { response.Raw, response.Any?.Shape is null ? response.Any?.Rule?.Other : null })
        {
            if (raw is { ValueKind: not JsonValueKind.Undefined } element)
                Visit(element);
        }
    }

    private static void Visit(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                Assert.NotNull(element.GetString());
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                    Visit(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Assert.NotNull(member.Name);
                    Visit(member.Value);
                }

                break;
        }
    }

    private static PoliciesGetResponse? Read(string text)
    {
        try
        {
            return PoliciesGetResponse.Json.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (ApiJsonException exception)
        {
            Assert.StartsWith("$", exception.Path, StringComparison.Ordinal);
            return null;
        }
    }
}
