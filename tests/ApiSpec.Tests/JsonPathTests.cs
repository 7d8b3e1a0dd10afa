using ApiSpec.Tests.Sample;
using Xunit;

namespace ApiSpec.Tests;

/// <summary>An exception names the position of the violation.</summary>
public sealed class JsonPathTests
{
    [Theory]
    [InlineData("5", "$", "an object (TreeNode) was expected, a number was found")]
    [InlineData("{}", "$.name", "the member is missing")]
    [InlineData("{\"name\":5}", "$.name", "a string was expected, a number was found")]
    [InlineData("{\"name\":\"n\",\"order\":\"x\"}", "$.order", "a string was found that is not a whole number of 32 bits")]
    [InlineData("{\"name\":\"n\",\"order\":3000000000}", "$.order", "a number was found that is not a whole number of 32 bits")]
    [InlineData("{\"name\":\"n\",\"data\":{}}", "$.data", "an array was expected, an object was found")]
    [InlineData("{\"name\":\"n\",\"data\":[{\"name\":\"a\"},{\"name\":null}]}", "$.data[1].name", "a string was expected, null was found")]
    [InlineData("{\"name\":\"n\",\"data\":[{\"name\":\"a\"},{\"order\":1}]}", "$.data[1].name", "the member is missing")]
    [InlineData("{\"name\":\"n\",\"data\":[{\"name\":\"a\"},7]}", "$.data[1]", "an object (TreeNode) was expected, a number was found")]
    [InlineData("{\"name\":\"n\",\"data\":[null]}", "$.data[0]", "an object (TreeNode) was expected, null was found")]
    [InlineData("{\"x\":{\"y\":[1,[2,{}]]},\"name\":\"n\",\"counts\":{\"a\":1,\"b\":true}}", "$.counts.b", "a whole number was expected, true was found")]
    [InlineData("{\"name\":\"n\",\"counts\":{\"a b\":[]}}", "$.counts['a b']", "a whole number was expected, an array was found")]
    [InlineData("{\"name\":\"n\",\"counts\":{\"\":[]}}", "$.counts['']", "a whole number was expected")]
    [InlineData("{\"name\":\"n\",\"counts\":{\"a\\r\\n\\u202eb\":[]}}", "$.counts['a\uFFFD\uFFFD\uFFFDb']", "a whole number was expected")]
    [InlineData("\uFEFF{\"data\":[{\"name\":0}]}", "$.data[0].name", "a string was expected")]
    [InlineData("{\"name\":\"n\",\"data\":[{\"name\":\"a\",\"data\":[{\"name\":\"b\",\"data\":[{}]}]}]}", "$.data[0].data[0].data[0].name", "missing")]
    [InlineData("{\"name\":\"n\",\"data\":[{\"name\":\"a\"},{\"name\" \"b\"}]}", "$.data[1]", "the JSON is malformed or too deep at line 1, byte 42")]
    [InlineData("{\"name\":\"n\"} x", "$", "there is more after the value")]
    [InlineData("{\"name\":\"n\"}{\"name\":\"m\"}", "$", "there is more after the value")]
    [InlineData("{\"name\":\"n\",", "$.name", "the JSON is malformed")]
    [InlineData("{\"name\":\"\\ud800\"}", "$.name", "the text is not valid Unicode")]
    public void Exceptions_have_the_path_and_the_problem(string json, string path, string problem)
    {
        var exception = Assert.Throws<ApiJsonException>(() => TreeNode.Json.Parse(json));
        Assert.Equal(path, exception.Path);
        Assert.StartsWith(path + ": ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_of_any_length_gives_a_message_of_bounded_length()
    {
        var exception = Assert.Throws<ApiJsonException>(() => TreeNode.Json.Parse("{\"counts\":{\"" + new string('x', 100_000) + "\":[]}}"));
        Assert.True(exception.Message.Length < 300, "The message has " + exception.Message.Length + " characters.");
    }

    [Fact]
    public void Names_are_recognised_in_any_order_and_spelling_of_escapes()
    {
        var node = TreeNode.Json.Parse("""{"counts":{"x":1},"d\u0061ta":[],"unknown":[[[]]],"order":null,"n\u0061me":"n"}""");
        Assert.Equal("n", node.Name);
        Assert.Null(node.Order);
        Assert.Equal(1, node.Counts["x"]);
    }

    [Fact]
    public void A_recursive_tree_reads_back()
    {
        var tree = new TreeNode { Name = "r", Order = 1, Data = ApiList.Create([new TreeNode { Name = "a" }, new TreeNode { Name = "\"/\\\n" }]) };
        Assert.Equal(tree, TreeNode.Json.Parse(TreeNode.Json.ToUtf8Bytes(tree)));
    }
}
