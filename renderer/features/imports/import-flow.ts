export async function openDroppedFile(_file: File): Promise<void> {}
export async function chooseFile(): Promise<void> {}
