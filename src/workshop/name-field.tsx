export const NameField = ({ name, onName }: { name: string; onName(name: string): void }) => (
  <label>
    Your name, as the class sees it
    <input
      class="field"
      required
      maxLength={40}
      autocomplete="name"
      value={name}
      onInput={({ currentTarget }) => onName(currentTarget.value)}
    />
  </label>
);
