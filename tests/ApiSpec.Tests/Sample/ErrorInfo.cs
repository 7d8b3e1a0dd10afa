using System.Text.Json;
using ApiSpec.Generated;

namespace ApiSpec.Tests.Sample;

/// <summary>The error body. It drops unknown members.</summary>
public sealed record ErrorInfo
{
    public string Message { get; init; } = "";

    public string MessageID { get; init; } = "";

    public static ApiJson<ErrorInfo> Json { get; } = new JsonContract();

    private sealed class JsonContract : ApiJson<ErrorInfo>
    {
        private static readonly JsonMembers Members = new("message", "messageID");

        public override ErrorInfo Read(ref Utf8JsonReader reader)
        {
            string message = "", messageID = "";
            ulong seen = 0;
            var next = 0;
            JsonRead.StartObject(ref reader, "ErrorInfo", 2);
            while (JsonRead.NextMember(ref reader))
            {
                switch (Members.Match(ref reader, ref next))
                {
                    case 0: message = JsonRead.String(ref reader); seen |= 1UL << 0; break;
                    case 1: messageID = JsonRead.String(ref reader); seen |= 1UL << 1; break;
                    default: JsonRead.Skip(ref reader); break;
                }
            }

            JsonRead.Require(ref reader, Members, 3UL, seen, 0);
            return new ErrorInfo { Message = message, MessageID = messageID };
        }

        public override void Write(Utf8JsonWriter writer, ErrorInfo value)
        {
            writer.WriteStartObject();
            JsonWrite.String(writer, Members[0], value.Message);
            JsonWrite.String(writer, Members[1], value.MessageID);
            writer.WriteEndObject();
        }
    }
}
