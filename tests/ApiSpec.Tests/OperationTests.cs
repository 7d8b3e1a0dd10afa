using ApiSpec.Generated;
using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>Descriptions contain the facts of the reference.</summary>
public sealed class OperationTests
{
    [Fact]
    public void An_operation_has_its_group_name_section_and_roles()
    {
        var operation = SampleApi.GetRerunStart;
        Assert.Equal("Tasks", operation.Group);
        Assert.Equal("GetRerunStart", operation.Name);
        Assert.Equal("Tasks.GetRerunStart (section 9.6.8)", operation.ToString());
        Assert.Equal("Sample API", operation.Api.ToString());
        Assert.Equal(["Admin", "Submit"], operation.Roles);
        Assert.Empty(operation.Sources);
        Assert.Null(operation.Deprecated);
        Assert.Null(operation.FindStatus(418));
        Assert.True(operation.FindStatus(412)!.IsTransient);
        Assert.Equal("x", new ApiOperation("x", new ApiDescription("id"), HttpMethod.Get, "/").ToString());
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", true)]
    [InlineData("HEAD", true)]
    [InlineData("POST", false)]
    [InlineData("PATCH", false)]
    public void The_HTTP_method_decides_what_is_idempotent_unless_the_reference_does(string method, bool idempotent)
    {
        Assert.Equal(idempotent, new ApiOperation("a.b", SampleApi.Description, new HttpMethod(method), "/").IsIdempotent);
        Assert.True(new ApiOperation("a.b", SampleApi.Description, new HttpMethod(method), "/", isIdempotent: true).IsIdempotent);
    }

    [Theory]
    [InlineData(200, null, true)]
    [InlineData(299, null, true)]
    [InlineData(303, null, false)]
    [InlineData(303, true, true)]
    [InlineData(404, null, false)]
    public void Results_are_2xx_and_statuses_that_the_reference_calls_results(int code, bool? given, bool isResult)
        => Assert.Equal(isResult, new ApiStatus(code, isResult: given).IsResult);

    [Theory]
    [InlineData(99)]
    [InlineData(600)]
    public void A_status_must_be_an_HTTP_status_code(int code) => Assert.Throws<ArgumentOutOfRangeException>(() => new ApiStatus(code));

    [Theory]
    [InlineData("404", 404, null, null)]
    [InlineData("404 Not found", 404, "Not found", null)]
    [InlineData("404 Not found\nThe task does not exist.", 404, "Not found", "The task does not exist.")]
    [InlineData("4\nA line: 1 2\nanother", 4, null, "A line: 1 2\nanother")]
    [InlineData("200 \n", 200, "", "")]
    public void A_row_of_a_table_of_statuses_has_a_code_a_message_and_a_description(string row, int code, string? message, string? description)
    {
        var status = Assert.Single(ApiStatusTable.Of(row));
        var expected = new ApiStatus(code, message, description);

        Assert.Equal(
            (code, message, description, expected.IsResult, code, expected.MayLackBody),
            (status.Code, status.Message, status.Description, status.IsResult, status.Value, status.MayLackBody));
        Assert.Equal(expected.ToString(), status.ToString());
    }
}
