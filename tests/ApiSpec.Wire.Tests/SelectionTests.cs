using System.Collections;
using ApiSpec.Wire.Tests.Running;
using Xunit;

namespace ApiSpec.Wire.Tests;

/// <summary>A parameter that selects members of the items is sent for any kind of list.</summary>
public sealed class SelectionTests
{
    [Theory]
    [InlineData("  total_count: int\n  volume_list[] 1..:\n    volume_id: long\n    name: string\n", "fields?: hql-fields", "VolumeList")]
    [InlineData("  volume_list?[]:\n    volume_id: long\n", "fields?: hql-fields", "VolumeList")]
    [InlineData("  volumes: Volume[1..]\n", "HQL::fields?: hql-fields", "Volumes")]
    [InlineData("  volumes: Volume[]\n", "fields?: field[] as comma", "Volumes")]
    [InlineData("  volumes: Volume[1..] or null\n", "fields?: Fields", "Volumes")]
    [InlineData(" Volume[]\n", "fields?: hql-fields", null)]
    [InlineData(" Page<Volume>\n", "fields?: hql-fields", "Data")]
    public async Task Selection_is_sent_and_its_items_may_lack_members(string response, string row, string? list)
    {
        response = response.Replace("volume_list[] 1..", "volume_list[]", StringComparison.Ordinal)
            .Replace("volume_list?[]", "volume_list[]?", StringComparison.Ordinal);
        var client = GeneratedProject.OfSection(
            "operation: Volumes.List\nrequest: GET /volume\nquery:\n  " + row + "\nstatus: [200]\nresponse:"
                + (response.StartsWith("  ", StringComparison.Ordinal) ? "\n" : "") + response
                + "schemas:\n  Volume:\n    volume_id: long\n    name: string\n  Page<T>:\n    data: T[]\n",
            "client: ExampleApiClient\ntypes:\n  Fields: hql-fields\n").Load();
        await using var server = await client.StartServerAsync();

        var answer = await client.CallAsync(server.BaseAddress, "Volumes.ListSelected", static (name, type) =>
        {
            var field = Activator.CreateInstance(typeof(HqlField<>).MakeGenericType(type.GetGenericArguments()), "volume_id")!;
            var fields = Array.CreateInstance(field.GetType(), 1);
            fields.SetValue(field, 0);
            return type.GetMethod("Of")!.Invoke(null, [fields]);
        });

        var name = row.Split('?')[0];
        Assert.Equal(("volume_id", null), (Assert.Single(server.Requests).Query[name], server.Requests[0].Violation));
        var body = answer.GetType().GetProperty("Body")!.GetValue(answer)!;
        var items = list is null ? body : body.GetType().GetProperty(list)!.GetValue(body);
        Assert.True(items is null or IEnumerable);
        Assert.Contains(
            "Selection",
            (list is null ? body.GetType() : body.GetType().GetProperty(list)!.PropertyType).GetGenericArguments()[0].Name,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  fields: hql-fields\n", "APISPEC0290 (4) A required selection of members")]
    [InlineData("  fields?: hql-fields\n  more?: hql-fields\n", "APISPEC0290 (5) A second parameter that selects members")]
    public void Selection_that_cannot_be_made_is_reported_at_its_row(string rows, string message)
        => Assert.StartsWith(message, Assert.Single(GeneratedProject.OfSection(
            "operation: Volumes.List\nrequest: GET /volume\nquery:\n" + rows + "status: [200]\nresponse:\n  list[]:\n    id: long\n").Messages),
            StringComparison.Ordinal);
}
