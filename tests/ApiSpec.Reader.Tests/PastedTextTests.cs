using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>Text of several lines without <c>|</c> after its key, or not indented under it.</summary>
public sealed class PastedTextTests
{
    [Theory]
    [InlineData(
        "request header:\n      GET /x HTTP/1.1\n      Host: a\n", "APISPEC0024: GET /x HTTP/1.1 ~ put '|' after 'request header:'")]
    [InlineData(
        "title: T\n    response header:\n      HTTP/1.1 200 OK\n      A: b\n", "APISPEC0024: HTTP/1.1 200 OK ~ put '|' after 'response header:'")]
    [InlineData(
        "title: T\n    request header:\n    GET /x HTTP/1.1\n    Host: a\n",
        "APISPEC0024: GET /x HTTP/1.1 ~ put '|' after 'request header:', and indent the text further")]
    [InlineData("request header:\n      Host: a\n      Accept: b\n", "APISPEC0103: request header ~ text after '|' ~ a mapping")]
    [InlineData(
        "request header: GET /x HTTP/1.1\n      Host: a\n", "APISPEC0023: put '|' after 'request header:', and all its text on the next lines")]
    [InlineData(
        "response body:\n      {\n        \"a\": 1\n      }\n",
        "APISPEC0016: { ~ mapping ~ put '|' after 'response body:', and all its text on the next lines")]
    [InlineData(
        "request body: {\n      \"a\": 1, x\n    }\n", "APISPEC0016: { ~ mapping ~ put '|' after 'request body:', and all its text on the next lines")]
    [InlineData(
        "response body:\n      [ 1, 2 ]\n", "APISPEC0016: [ ~ list ~ put '|' after 'response body:', and all its text on the next lines")]
    [InlineData("response body:\n      {\n        \"a\": 1\n        \"b\": 2\n      }\n", "APISPEC0024: { ~ put '|' after 'response body:'")]
    [InlineData("response body: |\n    {\n      \"a\": 1\n    }\n", "APISPEC0024: { ~ indent the text further than 'response body:'")]
    [InlineData("response body: |\n    [\n      1\n    ]\n", "APISPEC0024: [ ~ indent the text further than 'response body:'")]
    [InlineData("response body: |\n{\n  \"a\": 1\n}\n", "APISPEC0024: { ~ indent the text further than 'response body:'")]
    [InlineData("response body: |\n      {\n        \"a\": 1\n    }\n", "APISPEC0024: } ~ indent the text further than 'response body:'")]
    [InlineData(
        "title: T\n    response body: |\n      {\n    \"a\": \"x\"\n      }\n",
        "APISPEC0022: by 4 spaces, and line 6 by 4 spaces ~ indent the text further than 'response body:'")]
    [InlineData(
        "response body: |\n          {\n        \"a\": 1\n          }\n",
        "APISPEC0022: by 8 spaces, and line 6 by 10 spaces ~ indent the whole text of 'response body:' like its first line")]
    public void Texts_of_examples(string text, string expected) => Assert.Equal([expected], Spec.Reported(Spec.Section("examples:\n  - " + text)));

    [Theory]
    [InlineData("notes:\n  First line\n  Second: line\n", "APISPEC0024: First line ~ put '|' after 'notes:'")]
    [InlineData("function: |\nFirst line\nSecond: line\n", "APISPEC0024: First line ~ indent the text further than 'function:'")]
    [InlineData(
        "response:\n  a:\n    type: string\n    description:\n      First line\n      Second: line\n",
        "APISPEC0024: First line ~ put '|' after 'description:'")]
    [InlineData("response:\n  notes:\n    string\n    b: int\n", "APISPEC0024: string ~ write ': ' there")]
    [InlineData("notes: |\n  A text\nresponse int\nversion: v1\n", "APISPEC0024: response int ~ write ': ' there")]
    [InlineData("function:\nrequest: \"GET /jobs\n", "APISPEC0019: \"")]
    [InlineData("notes:\nroles: [Admin\n", "APISPEC0020: [ ~ ]")]
    [InlineData("notes:\nroles: [Admin\nversion: v1\n", "APISPEC0020: [ ~ ]")]
    [InlineData("notes: |\nroles: [Admin\nversion: v1\n", "APISPEC0020: [ ~ ]")]
    [InlineData("notes: |\ntitle: \"Jobs\nversion: v1\n", "APISPEC0019: \"")]
    [InlineData("examples:\n  - request header:\n    response body: { \"a\": 1, x\n", "APISPEC0020: { ~ }")]
    [InlineData("examples:\n  - request header: |\n    response body: { \"a\": 1, x\n", "APISPEC0020: { ~ }")]
    [InlineData("examples:\n  - request header:\n  - title: \"a\n", "APISPEC0019: \"")]
    [InlineData("response:\n  a:\n    type: string\n    description:\n    alias: [b\n", "APISPEC0020: [ ~ ]")]
    [InlineData("response:\n  a:\n    type: string\n    description:\n  b: \"int\nversion: v1\n", "APISPEC0019: \"")]
    [InlineData("notes:\n  First: line\n Second: line\n", "APISPEC0022: by 1 space, and line 5 by 2 spaces ~ start all rows of a table in the same column")]
    public void Other_texts(string keys, string expected) => Assert.Equal([expected], Spec.Reported(Spec.Section(keys)));
}
