using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Tests.Sample;

/// <summary>A schema that contains itself and a scalar of every kind.</summary>
public sealed record TreeNode
{
    public string Name { get; init; } = "";

    public int? Order { get; init; }

    public IReadOnlyList<TreeNode> Data { get; init; } = ApiList.Create<TreeNode>([]);

    public IReadOnlyDictionary<string, long> Counts { get; init; } = new ApiMap<long>([]);

    public static ApiJson<TreeNode> Json { get; } = new JsonContract();

    private sealed class JsonContract : ApiJson<TreeNode>
    {
        private static readonly JsonMembers Members = new("TreeNode", 1, "name", "order", "data", "counts");

        private static readonly ApiJson<IReadOnlyList<TreeNode>> DataJson = ApiJson.List(static () => TreeNode.Json);

        private static readonly ApiJson<int?> OrderJson = ApiJson.NullableValue(static () => ApiJson.Int32);

        public override TreeNode Read(ref Utf8JsonReader reader)
        {
            var node = new TreeNode();
            var json = Members.Start(ref reader);
            while (json.NextKnown(ref reader))
            {
                switch (json.Member)
                {
                    case 0: node = node with { Name = JsonRead.String(ref reader) }; break;
                    case 1: node = node with { Order = OrderJson.Read(ref reader) }; break;
                    case 2: node = node with { Data = DataJson.Read(ref reader) }; break;
                    case 3: node = node with { Counts = JsonRead.Map(ref reader, ApiJson.Int64) }; break;
                }
            }

            return node;
        }

        public override void Write(Utf8JsonWriter writer, TreeNode value)
        {
            var json = Members.Start(writer);
            json.String(0, value.Name);
            json.Value(1, OrderJson, value.Order);
            json.Value(2, DataJson, value.Data);
            json.Map(3, ApiJson.Int64, value.Counts);
            json.End();
        }
    }
}
