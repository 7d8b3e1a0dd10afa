using System.Reflection;
using ApiSpec.Testing;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>Numbers that a reference explains, such as the error codes of the items in a batch.</summary>
public sealed class NamedNumberTests
{
    private static readonly IReadOnlyList<int> Listed = [0, 106, 107, 108, -5, 7, 8];

    private static readonly Lazy<GeneratedClient> Client = new(static () => GeneratedProject.Of(
    [
        new SpecDocument("api.apispec.yaml", "client: BatchClient\n"),
        new SpecDocument(
            "create.apispec.yaml",
            "operation: Volumes.CreateMany\nrequest: POST /volumes\nbody:\n  names: string[]\nquery:\n  mode?:\n    type: int\n    values: [1, 2]\n"
            + "status: [200]\nresponse:\n  results[]:\n    name: string\n    code:\n      type: int\n      values:\n        0: Success\n"
            + "        106: Session timeout\n        0x6B: Disk full\n        108: Disk full\n        -5: A reason that takes long to explain\n"
            + "        7: { description: An old one, csharp: Seven }\n        8: Equals\n"
            + "    big?: Big\n    all?:\n      type: long[]\n      values: [9223372036854775807]\n"
            + "schemas:\n  Big:\n    type: long\n    values: { 4294967296: Too much }\n"),
    ]).Load());

    [Theory]
    [InlineData("VolumesCreateManyResponseResultsCode", "Success=0 SessionTimeout=106 Value0x6B=107 Value108=108 ValueMinus5=-5 Seven=7 EqualsValue=8")]
    [InlineData("VolumesCreateManyResponseResultsAll", "Value9223372036854775807=9223372036854775807")]
    [InlineData("VolumesCreateManyMode", "Value1=1 Value2=2")]
    [InlineData("Big", "TooMuch=4294967296")]
    public void Values_are_constants_named_after_their_meanings(string type, string constants)
        => Assert.Equal(constants, string.Join(' ', Client.Value.Type(type).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => field.Name + "=" + field.GetRawConstantValue())));

    [Fact]
    public async Task Item_has_a_number_that_the_reference_lists_or_another_one()
    {
        await using var server = await Client.Value.StartServerAsync(static options => options.Seed = 5);

        var response = await Client.Value.CallAsync(
            server.BaseAddress, "Volumes.CreateMany", static (name, type) => name == "body" ? SampleArgument.Parse(type, """{"names":["a"]}""") : null);
        var body = response.GetType().GetProperty("Body")!.GetValue(response)!;
        var results = ((System.Collections.IEnumerable)body.GetType().GetProperty("Results")!.GetValue(body)!).Cast<object>().ToList();

        Assert.NotEmpty(results);
        Assert.All(results, static result => Assert.Contains((int)result.GetType().GetProperty("Code")!.GetValue(result)!, Listed));
        Assert.NotNull(SampleArgument.Parse(body.GetType(), """{"results":[{"name":"a","code":999}]}"""));
    }
}
